"""What can be decided of one comment or of many at once, by the name it has in addresses."""

from collections.abc import Callable
from dataclasses import dataclass

from django.urls import reverse

from discussion import decisions
from discussion.models import Action, State

# What has become of a comment, after "is" or "are".
DONE = {
    Action.APPROVE: "published",
    Action.KEEP: "left as it is",
    Action.REJECT: "rejected",
    Action.WITHHOLD: "withheld",
    Action.REDACT: "published without the words you marked",
    Action.UNDO: "as it was before",
}


@dataclass(frozen=True)
class ModeratorsAction:
    """`decide` takes (comment, moderator, **words), and a reason where it `needs_reason`; a comment
    is in the state `leads_to` after it."""

    action: Action
    decide: Callable
    key: str
    leads_to: State
    needs_reason: bool = False

    @property
    def label(self):
        return self.action.label

    @property
    def done(self):
        return DONE[self.action]

    def url(self, tab):
        return reverse("comments:several", args=[tab, self.action.value])


ACTIONS = {
    action.action: action
    for action in (
        ModeratorsAction(Action.APPROVE, decisions.approve, "a", State.PUBLISHED),
        ModeratorsAction(Action.KEEP, decisions.keep, "e", State.PUBLISHED),
        ModeratorsAction(Action.REJECT, decisions.reject, "r", State.REJECTED, needs_reason=True),
        ModeratorsAction(
            Action.WITHHOLD, decisions.withhold, "w", State.WITHHELD, needs_reason=True
        ),
    )
}


def actions_for(state, is_reported):
    """What a moderator can do with a comment in this state, besides redacting it."""
    return [
        action
        for action in ACTIONS.values()
        if state in decisions.FROM[action.action] and (is_reported or action.action != Action.KEEP)
    ]
