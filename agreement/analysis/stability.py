"""Whether opinion groups are more than an accident of who took part."""

from dataclasses import dataclass

import numpy as np

from .opinion import NO_GROUP, find_groups
from .rand_index import adjusted_rand_index
from .votes import UNANSWERED

SUBSAMPLES = 30
SHARE = 0.8
SHUFFLES = 15


@dataclass(frozen=True)
class Stability:
    """`agreement` are adjusted Rand indices, one for each subsample; `shuffled` the silhouettes of
    answers without structure."""

    agreement: np.ndarray
    shuffled: np.ndarray

    @property
    def median(self):
        return float(np.median(self.agreement))

    @property
    def tenth_percentile(self):
        return float(np.percentile(self.agreement, 10))

    @property
    def best_shuffled(self):
        return float(self.shuffled.max())


def measure_stability(answers, left_out, opinion, seed=0, progress=iter):
    """`Stability` of `opinion`: its groups are found again, as many of them, among 30 random 80% of
    the people, and groups are found 15 times in answers that were shuffled.

    `progress` wraps what is counted through, as tqdm does. Source: after A. Ben-Hur, A. Elisseeff
    and I. Guyon (2002), A stability based method for discovering structure in clustered data,
    Pacific Symposium on Biocomputing, 6-17.
    """
    generator = np.random.default_rng(seed)
    agreement, shuffled = [], []
    for step in progress(range(SUBSAMPLES + SHUFFLES)):
        if step < SUBSAMPLES:
            agreement.append(_found_again(answers, left_out, opinion, generator))
        else:
            mixed = shuffle_columns(answers, generator)
            shuffled.append(find_groups(mixed, left_out, opinion.number).silhouette)
    return Stability(np.array(agreement), np.array(shuffled))


def _found_again(answers, left_out, opinion, generator):
    people = len(answers)
    rows = np.sort(generator.choice(people, int(SHARE * people), replace=False))
    again = find_groups(answers[rows], left_out, opinion.number).labels
    before = opinion.labels[rows]
    both = (again != NO_GROUP) & (before != NO_GROUP)
    return adjusted_rand_index(before[both], again[both])


def shuffle_columns(answers, generator):
    """The answers to each statement dealt out anew among those who answered it: as many of each
    kind, as many from each person, and no structure."""
    shuffled = answers.copy()
    for column in shuffled.T:
        given = column != UNANSWERED
        column[given] = generator.permutation(column[given])
    return shuffled
