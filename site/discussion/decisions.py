"""What moderators decide of a comment. Each function is one transaction and leaves one `Decision`.

A comment is given as the moderator saw it: if it was decided, edited or withdrawn meanwhile,
nothing is changed and `DecisionRefused` says what happened. Replies are decided one by one,
whatever becomes of the comment above them. Nobody is told here: the signals are for that.
"""

import hashlib

from django.db import transaction
from django.utils import timezone
from django.utils.formats import date_format
from wagtail.admin.utils import get_user_display_name

from .models import Action, Decision, PublicComment, State
from .policy import REMOVED
from .signals import comment_decided, comment_published, comment_shown_otherwise

FROM = {
    Action.APPROVE: {State.PENDING, State.REJECTED, State.WITHHELD},
    Action.REJECT: {State.PENDING, State.PUBLISHED, State.WITHHELD},
    Action.WITHHOLD: {State.PENDING, State.PUBLISHED},
    Action.REDACT: {State.PENDING, State.PUBLISHED, State.REJECTED, State.WITHHELD},
    Action.KEEP: {State.PUBLISHED},
}
CAN_BE_UNDONE = {Action.APPROVE, Action.REJECT, Action.WITHHOLD, Action.REDACT}


class DecisionRefused(Exception):
    """Why the decision was not taken, in words for the moderator."""


def approve(comment, moderator, **words):
    """Publish it. For all: `words` may be note, answer (to the author) and is_appeal."""
    return decide(comment, moderator, Action.APPROVE, State.PUBLISHED, **words)


def reject(comment, moderator, reason, **words):
    """Do not publish it, or no longer."""
    return decide(comment, moderator, Action.REJECT, State.REJECTED, reason=reason, **words)


def withhold(comment, moderator, reason, **words):
    """Do not publish it, or no longer, until somebody has looked further."""
    return decide(comment, moderator, Action.WITHHOLD, State.WITHHELD, reason=reason, **words)


def redact(comment, moderator, reason, text, **words):
    """Publish it with `text`, in which words are taken out (`discussion.redaction`)."""
    return decide(
        comment, moderator, Action.REDACT, State.PUBLISHED, reason=reason, text=text, **words
    )


def keep(comment, moderator, **words):
    """Leave a published comment as it is, whatever was reported."""
    return decide(comment, moderator, Action.KEEP, State.PUBLISHED, **words)


@transaction.atomic
def undo(comment, moderator, **words):
    """Take back the latest decision: the comment is as it was before."""
    comment = lock(comment)
    latest = comment.decisions.first()
    if why_not := why_not_undone(comment, latest):
        raise DecisionRefused(why_not)
    decision = record(comment, moderator, Action.UNDO, **words)
    comment.state, comment.reason = latest.state_before, latest.reason_before
    if latest.action == Action.REDACT:
        comment.comment = latest.text_before
        if not any(mark in comment.comment for mark in REMOVED.values()):
            comment.redacted_at = None
    return settle(comment, decision)


def may(action, comment):
    """Whether the comment can be decided so as it stands."""
    return comment.state in FROM[action]


def why_not_undone(comment, latest):
    """Why the latest decision can't be taken back; empty if it can."""
    if comment.state == State.WITHDRAWN:
        return "Its author has withdrawn this comment."
    if not latest or latest.action not in CAN_BE_UNDONE:
        return "There is no decision to undo."
    if latest.action == Action.REDACT and not latest.text_before:
        return "The words that were taken out are deleted by now."
    return ""


def version(comment):
    """What a moderator judges, in 16 hex digits: another text or another decision is another."""
    seen = f"{comment.state} {comment.reason} {comment.comment}"
    return hashlib.sha256(seen.encode()).hexdigest()[:16]


@transaction.atomic
def decide(comment, moderator, action, state, *, reason="", text=None, **words):
    comment = lock(comment)
    if not may(action, comment):
        raise DecisionRefused(what_happened(comment))
    decision = record(comment, moderator, action, reason=reason, **words)
    if text is not None:
        decision.text_before, comment.comment = comment.comment, text
        decision.save()
        comment.redacted_at = decision.made_at
    comment.state = state
    comment.reason = "" if state == State.PUBLISHED else reason
    return settle(comment, decision)


def lock(seen):
    """The row itself, which nobody else can change until we are done."""
    comment = PublicComment.objects.select_for_update().get(pk=seen.pk)
    if version(comment) != version(seen):
        raise DecisionRefused(what_happened(comment))
    return comment


def what_happened(comment):
    """Why a decision comes too late."""
    if comment.state == State.WITHDRAWN:
        return "Its author has withdrawn this comment."
    if comment.state == State.UNCONFIRMED:
        return "Its author has not confirmed this comment."
    latest = comment.decisions.select_related("moderator").first()
    if not latest:
        return "Its author has changed this comment. Please read it again."
    who = get_user_display_name(latest.moderator) if latest.moderator else "Somebody"
    when = date_format(timezone.localtime(latest.made_at), "j F, H:i")
    return f"{who} decided on this comment ({when}). It is now: {comment.get_state_display()}."


def record(comment, moderator, action, **words):
    return Decision.objects.create(
        comment=comment,
        moderator=moderator,
        action=action,
        state_before=comment.state,
        reason_before=comment.reason,
        **words,
    )


def settle(comment, decision):
    """Save the comment, close what was open about it and tell whoever listens."""
    is_first = comment.state == State.PUBLISHED and not comment.published_at
    if is_first:
        comment.mark_published()
    comment.assigned_to = comment.assigned_at = None
    comment.save()
    comment.reports.unsettled().update(settled_at=decision.made_at)
    comment_decided.send(sender=Decision, decision=decision)
    if is_first:
        comment_published.send(sender=PublicComment, comment=comment)
    if comment.published_at and decision.action != Action.KEEP:
        comment_shown_otherwise.send(sender=PublicComment, comment=comment)
    return decision
