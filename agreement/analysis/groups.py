"""What marks an opinion group, and what unites it with the others."""

from dataclasses import dataclass

import numpy as np

from .consensus import mean_consensus
from .intervals import wilson
from .significance import holm, two_proportions
from .votes import AGREE, DISAGREE

SIGNIFICANT = 0.05


@dataclass(frozen=True)
class Mark:
    """An answer that a group gives more often than all others together. `statement` is a column's
    number, `share` and `elsewhere` are shares of those who answered, `representativeness` is
    Polis's ratio of both, and `p` is corrected for all statements, answers and groups."""

    statement: int
    answer: int
    share: float
    elsewhere: float
    representativeness: float
    p: float


def marks(agree, disagree, votes):
    """What marks each group: a list of `Mark` for each row, the most telling first. The arguments
    are numbers of people, groups × statements, 0 where a number may not be shown.

    An answer marks a group if most of it gives it and significantly more often than the others do
    (Holm's correction). Source of the ratio: C. Small et al. (2021), Polis, Recerca 26(2).
    """
    given = np.stack([agree, disagree])
    others_given = given.sum(1, keepdims=True) - given
    others = votes.sum(0) - votes
    z, p_values = two_proportions(given, votes, others_given, others)
    corrected = holm(p_values)
    share = given / np.maximum(votes, 1)
    elsewhere = others_given / np.maximum(others, 1)
    ratio = (given + 1) / (votes + 2) / ((others_given + 1) / (others + 2))
    telling = (corrected < SIGNIFICANT) & (z > 0) & (share > 0.5)

    def marks_of(group):
        found = zip(*np.nonzero(telling[:, group]), strict=True)
        by_z = sorted(found, key=lambda place: -z[place[0], group, place[1]])
        return [
            Mark(
                int(statement),
                (AGREE, DISAGREE)[answer],
                float(share[answer, group, statement]),
                float(elsewhere[answer, group, statement]),
                float(ratio[answer, group, statement]),
                float(corrected[answer, group, statement]),
            )
            for answer, statement in by_z
        ]

    return [marks_of(group) for group in range(len(votes))]


def uniting(successes, votes):
    """The statements (numbers of columns) to which most of every group gives this answer, by the
    lower end of its Wilson interval: the most widely shared first."""
    in_every_group = (wilson(successes, votes)[0] > 0.5).all(0)
    order = np.argsort(-mean_consensus(successes, votes), kind="stable")
    return [int(statement) for statement in order if in_every_group[statement]]
