from dataclasses import dataclass
from datetime import datetime

from .snapshot import people_in


@dataclass(frozen=True)
class PastSnapshot:
    """A snapshot in the list of all: `changes` are those since the one before."""

    number: int
    taken_at: datetime
    people: int
    changes: list


def history_of(proposal):
    """The `PastSnapshot`s of a proposal, newest first, without reading their results whole."""
    kept = proposal.snapshots.values_list(
        "number", "taken_at", "result__people__sectors", "result__changes"
    )
    return [
        PastSnapshot(number, taken_at, people_in(people), changes)
        for number, taken_at, people, changes in kept
    ]
