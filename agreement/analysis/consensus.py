"""What all opinion groups agree on, or all reject, whatever their size."""

import numpy as np


def group_informed_consensus(successes, votes):
    """Polis's value of each statement: the plain product over groups of (successes + 1) / (votes +
    2). Both are groups × statements; `successes` are those who agree, or those who disagree.

    Source: C. Small et al. (2021), Polis: scaling deliberation by mapping high dimensional opinion
    spaces, Recerca 26(2).
    """
    return _share_in_each_group(successes, votes).prod(0)


def mean_consensus(successes, votes):
    """The same as the geometric mean over groups, between 0 and 1: it can be compared between
    proposals with two groups and with five, which the product can't."""
    shares = _share_in_each_group(successes, votes)
    return np.exp(np.log(shares).mean(0))


def _share_in_each_group(successes, votes):
    return (np.asarray(successes) + 1) / (np.asarray(votes) + 2)
