import numpy as np


def adjusted_rand_index(labels, other):
    """How alike two groupings of the same people are: 1 if the same, about 0 if by chance.

    Source: L. Hubert and P. Arabie (1985), Comparing partitions, Journal of Classification 2,
    193-218.
    """
    _, labels = np.unique(labels, return_inverse=True)
    _, other = np.unique(other, return_inverse=True)
    table = np.zeros((labels.max() + 1, other.max() + 1))
    np.add.at(table, (labels, other), 1)
    both = _pairs(table)
    one, two = _pairs(table.sum(1)), _pairs(table.sum(0))
    by_chance = one * two / max(_pairs(np.array([table.sum()])), 1)
    most = (one + two) / 2
    return 1.0 if most == by_chance else float((both - by_chance) / (most - by_chance))


def _pairs(counts):
    return float((counts * (counts - 1) / 2).sum())
