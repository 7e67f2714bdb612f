"""How much a comment looks like spam. A person reads every comment whatever it says; the score only
puts what is likely fine first."""

from dataclasses import dataclass
from math import inf

from . import signs

# From so many points on, moderators find a comment among those that look like spam.
HOLD_FROM = 4


@dataclass(frozen=True)
class Score:
    """`points`, from 0, with the signs that gave them in words for moderators."""

    points: int
    signs: list


def score(comment, times_sent, seconds=inf, proved=True):
    """The Score of a comment whose text was sent `times_sent` before, and that took `seconds` to
    write; `proved` is whether the proof of work that was asked for is there."""
    found = [sign for look in signs.ALL if (sign := look(comment, seconds))]
    if times_sent:
        found.append(signs.sent_before(times_sent))
    if not proved:
        found.append(signs.UNPROVED)
    return Score(sum(points for points, _ in found), [words for _, words in found])
