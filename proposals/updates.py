"""What happens to proposals, as stakeholders hear of it."""

from datetime import timedelta

from django.utils import timezone
from django.utils.text import Truncator
from wagtail.rich_text import get_text_for_indexing

from core.days import start_of
from core.links import absolute
from stakeholders.updates.kinds import UpdateKind, register

from .models import ProposalPage
from .models.proposal import Status

CLOSING_WITHIN = timedelta(days=7)
# What the site has not told by itself for so long, such as before it told anything, it leaves.
STILL_NEW = timedelta(days=3)
LONGEST = 600


def register_updates():
    register(UpdateKind("proposal-opened", "Open for comment", ProposalPage, opened, opening_by))
    register(UpdateKind("proposal-changed", "Proposal changed", ProposalPage, changed))
    register(UpdateKind("proposal-closing", "Closing soon", ProposalPage, closing, closing_by))
    register(UpdateKind("proposal-concluded", "Concluded or withdrawn", ProposalPage, concluded))


def opened(proposal):
    if proposal.status in {Status.FORTHCOMING, Status.OPEN}:
        return about(proposal, "", closes=proposal.closes, not_before=proposal.opens)
    return None


def not_over():
    return ProposalPage.objects.published().filter(outcome="", closes__gte=timezone.localdate())


def opening_by(day):
    """Those that open on a day that comes after they were published. Who publishes one that is
    open already sits at a desk, and decides."""
    new = not_over().filter(opens__gt=timezone.localdate() - STILL_NEW, opens__lte=day)
    return [each for each in new if each.first_published_at < start_of(each.opens)]


def changed(proposal):
    """Each publication after the first is a change of its own; only its editor knows what it is."""
    if proposal.outcome or proposal.last_published_at == proposal.first_published_at:
        return None
    closes = proposal.closes if proposal.status == Status.OPEN else None
    return about(proposal, f"-{proposal.live_revision_id}", summary="", closes=closes)


def closing(proposal):
    """Within a week; not where it was open for no longer than that in all."""
    closes, first = proposal.closes, proposal.closes - CLOSING_WITHIN
    if proposal.status in {Status.FORTHCOMING, Status.OPEN} and first > proposal.opens:
        return about(proposal, f"-{closes}", closes=closes, not_before=first)
    return None


def closing_by(day):
    return not_over().filter(closes__lte=day + CLOSING_WITHIN)


def concluded(proposal):
    if not proposal.outcome:
        return None
    note = get_text_for_indexing(proposal.outcome_note) or proposal.summary
    return about(proposal, f"-{proposal.outcome}", summary=Truncator(note).chars(LONGEST))


def about(proposal, event, **more):
    """What there is to tell of `proposal`; `event` tells apart what can happen to it again."""
    return {
        "cause": f"{proposal.pk}{event}",
        "page": proposal,
        "strand": proposal.strand_id,
        "title": proposal.title,
        "summary": proposal.summary,
        "url": absolute(proposal.url),
        **more,
    }
