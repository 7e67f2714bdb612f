"""Opinion groups for a snapshot: found, tested, and named as they were before."""

from dataclasses import dataclass, replace
from itertools import permutations
from string import ascii_uppercase

import numpy as np

from agreement.analysis.gate import too_small, unstable
from agreement.analysis.opinion import NO_GROUP, Opinion, find_groups
from agreement.analysis.stability import measure_stability
from agreement.analysis.votes import tally


@dataclass(frozen=True)
class Groups:
    """`reasons` say in plain words why the groups may not be shown: none if they may."""

    opinion: Opinion | None
    reasons: list[str]

    @property
    def names(self):
        """The group of each person by its letter, "" for who is in none."""
        letters = np.array([*ascii_uppercase[: self.opinion.number], ""])
        return letters[self.opinion.labels]


def look_for_groups(answers, left_out, earlier=(), progress=iter):
    """`Groups` among the answers (people × statements). `earlier` are the shares of agreement by
    which the groups were known last, [{letter: share} for each statement]."""
    if not len(answers):
        return Groups(None, ["Nobody has answered yet."])
    opinion = find_groups(answers, left_out)
    reasons = too_small(opinion)
    if not reasons:
        stability = measure_stability(answers, left_out, opinion, progress=progress)
        reasons = unstable(opinion, stability)
    if not reasons:
        opinion = replace(opinion, labels=named_as_before(opinion, answers, earlier))
    return Groups(opinion, reasons)


def named_as_before(opinion, answers, earlier):
    """The labels of `opinion`, numbered so that each group has the letter of the earlier one that
    it is most like."""
    shares = [_shares(answers[opinion.labels == group]) for group in range(opinion.number)]

    def unlike(order):
        return sum(
            (shares[group][statement] - known[ascii_uppercase[number]]) ** 2
            for group, number in enumerate(order)
            for statement, known in enumerate(earlier)
            if ascii_uppercase[number] in known
        )

    order = np.array([*min(permutations(range(opinion.number)), key=unlike), NO_GROUP])
    return order[opinion.labels]


def _shares(answers):
    counted = tally(answers)
    return counted.agree / np.maximum(counted.votes, 1)
