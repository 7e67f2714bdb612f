from dataclasses import dataclass

import numpy as np

from .clusters import k_means
from .projection import Projection, project
from .silhouette import silhouette
from .votes import UNANSWERED

ENOUGH_ANSWERS = 7
FEWEST_PEOPLE = 15
BASE_CLUSTERS = 100
MOST_GROUPS = 5
NO_GROUP = -1


@dataclass(frozen=True)
class Opinion:
    """Opinion groups found in the answers. `labels` has a number for each person, from 0 for the
    largest group, or NO_GROUP for who answered too little; `silhouette` is that of the grouping."""

    projection: Projection
    labels: np.ndarray
    silhouette: float

    @property
    def number(self):
        return int(self.labels.max(initial=NO_GROUP)) + 1

    @property
    def sizes(self):
        return np.bincount(self.labels[self.labels != NO_GROUP], minlength=self.number)


def find_groups(answers, left_out, number=None):
    """`Opinion` by Polis's method: people in the plane, 100 base clusters of them, then groups of
    base clusters weighted by their people; of two to five groups the number with the largest
    silhouette, or the `number` given.

    Source: C. Small et al. (2021), Polis, Recerca 26(2), and compdemocracy/polis,
    math/conversation.clj.
    """
    projection = project(answers, left_out)
    placed = has_answered_enough(answers)
    base, centres = k_means(projection.points[placed], BASE_CLUSTERS)
    weights = np.bincount(base).astype(float)
    most = min(MOST_GROUPS, 2 + len(centres) // 12)
    groupings = [
        k_means(centres, groups, weights)[0]
        for groups in ([number] if number else range(2, most + 1))
    ]
    values = [silhouette(centres, grouping) for grouping in groupings]
    best = int(np.argmax(values))
    labels = np.full(len(answers), NO_GROUP)
    labels[placed] = _by_size(groupings[best][base])
    return Opinion(projection, labels, values[best])


def has_answered_enough(answers):
    """Who can be placed: people with at least min(7, statements) answers, or the 15 who answered
    most where those are fewer (Polis's rule)."""
    number = (answers != UNANSWERED).sum(1)
    enough = number >= min(ENOUGH_ANSWERS, answers.shape[1])
    if enough.sum() < FEWEST_PEOPLE:
        most = np.lexsort((-number, ~enough))[:FEWEST_PEOPLE]
        enough[most] = True
    return enough


def _by_size(labels):
    """Groups numbered anew, from the largest; of two as large the first stays first."""
    order = np.argsort(-np.bincount(labels), kind="stable")
    return np.argsort(order, kind="stable")[labels]
