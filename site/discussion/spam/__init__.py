"""How much a comment looks like spam. A person reads every comment whatever it says; the score only
puts what is likely fine first."""

from dataclasses import dataclass
from enum import StrEnum
from math import inf

from . import signs

HOLD_FROM = 4


class Verdict(StrEnum):
    PASS = "pass"  # noqa: S105 -- no password
    HOLD = "hold"
    DROP = "drop"


@dataclass(frozen=True)
class Score:
    """`points`, from 0, with the signs that gave them in words for moderators. A comment is dropped
    only where the field that people don't see was filled in; its author is told and may mend it."""

    points: int
    signs: list
    trapped: bool = False

    @property
    def verdict(self):
        if self.trapped:
            return Verdict.DROP
        return Verdict.HOLD if self.points >= HOLD_FROM else Verdict.PASS


def score(comment, seconds=inf, trap="", proved=True):
    """The Score of a comment that took `seconds` to write, with what stood in the trap; `proved` is
    whether the proof of work that was asked for is there."""
    found = [sign for look in signs.ALL if (sign := look(comment, seconds))]
    if not proved:
        found.append(signs.UNPROVED)
    return Score(sum(points for points, _ in found), [words for _, words in found], bool(trap))
