"""When a snapshot may be taken: often enough to follow, too seldom to watch single people."""

from datetime import timedelta

from django.db.models import Count, Q
from django.utils import timezone

from proposals.models import ProposalPage, Stance

from .parameters import FEWEST_CHANGES

APART = timedelta(days=1)


def due_proposals():
    """The published proposals of which a snapshot may be taken now."""
    since = timezone.now() - APART
    rested = ProposalPage.objects.published().exclude(snapshots__taken_at__gt=since)
    return [proposal for proposal in rested.order_by("pk") if why_not(proposal) == ""]


def why_not(proposal):
    """Why no snapshot may be taken of `proposal` now, empty if one may."""
    last = proposal.snapshots.first()
    if last and last.taken_at > timezone.now() - APART:
        return "The last snapshot is less than a day old."
    if changed_since(last, proposal) < FEWEST_CHANGES:
        return f"Fewer than {FEWEST_CHANGES} answers have changed."
    return ""


def changed_since(last, proposal):
    """At least how many answers were given, changed or withdrawn since the `last` snapshot, None if
    there is none.

    An answer that was withdrawn is gone, and one that a visitor gave counts from the day of
    confirming with the date of giving: so both are known by how many answers there are.
    """
    then, when = (last.stances, last.taken_at) if last else (0, None)
    given = Count("pk", filter=Q(given_at__gt=when)) if when else Count("pk")
    counted = Stance.objects.counted().filter(statement__proposal=proposal)
    found = counted.aggregate(now=Count("pk"), given=given)
    return max(found["now"] - then, found["given"] + max(0, then - found["now"]))
