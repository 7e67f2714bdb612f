"""What the author of a comment has heard of its decisions, and so what is left to say."""

from itertools import accumulate

from mailing.models import Delivery, State

from .models import Action

# Action: the kind of mail that tells it.
TOLD = {
    Action.APPROVE: "comment-published",
    Action.REJECT: "comment-rejected",
    Action.WITHHOLD: "comment-withheld",
    Action.REDACT: "comment-redacted",
    Action.UNDO: "comment-undone",
}

# In which nobody can say that the author has not heard.
MAY_HAVE_LEFT = {State.SENDING, State.SENT, State.UNKNOWN}


def to_tell(decision):
    """The decision that the mail about `decision` tells: itself, or, of an undo, the one that holds
    again, where its author never heard of that."""
    *_, (_, holds) = whole = history(decision)
    is_known = holds in {heard for _, heard in heard_of(whole)}
    return decision if is_known or not holds else holds


def is_left_to_tell(decision):
    """Whether `decision` is the latest, and not the one that its author believes to hold."""
    *before, (latest, holds) = history(decision)
    heard = [known for _, known in heard_of(before)]
    return latest == decision and holds != (heard[-1] if heard else None)


def history(decision):
    """[(decision, the one that holds after it)], oldest first: itself, or, of an undo, the one
    before that which it took back, None where there is none."""
    decisions = list(decision.comment.decisions.filter(action__in=TOLD).order_by("pk"))
    standing = accumulate(decisions, take_in, initial=())
    next(standing)
    return [(each, (None, *stack)[-1]) for each, stack in zip(decisions, standing, strict=True)]


def take_in(standing, decision):
    return standing[:-1] if decision.action == Action.UNDO else (*standing, decision)


def heard_of(history):
    """Those of `history` whose mail has left, or may have."""
    keys = [str(decision.pk) for decision, _ in history]
    left = Delivery.objects.filter(
        notification__kind__in=TOLD.values(), notification__key__in=keys, state__in=MAY_HAVE_LEFT
    )
    told = set(left.values_list("notification__key", flat=True))
    return [entry for entry, key in zip(history, keys, strict=True) if key in told]
