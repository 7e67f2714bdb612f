from math import erfc, sqrt

import numpy as np


def two_proportions(successes, trials, other_successes, other_trials):
    """z and two-sided p of the difference between two shares, pooled; z is 0 and p is 1 where a
    side was not asked or all answered alike. Numbers or arrays.

    Source: its square is the chi-squared of K. Pearson (1900), On the criterion that a given system
    of deviations …, Philosophical Magazine 50, 157-175, for a table of two by two.
    """
    a, n, b, m = (
        np.asarray(number, float) for number in (successes, trials, other_successes, other_trials)
    )
    n_asked, m_asked = np.maximum(n, 1), np.maximum(m, 1)
    pooled = (a + b) / np.maximum(n + m, 1)
    error = np.sqrt(pooled * (1 - pooled) * (1 / n_asked + 1 / m_asked))
    known = (n > 0) & (m > 0) & (error > 0)
    z = np.where(known, (a / n_asked - b / m_asked) / np.where(error > 0, error, 1), 0.0)
    return z, two_sided(z)


def two_sided(z):
    """How likely a normal score at least as far from 0 is, on either side."""
    return np.vectorize(lambda score: erfc(abs(score) / sqrt(2)), otypes=[float])(z)


def holm(p_values):
    """p-values corrected for how many there are, in the order given.

    Source: S. Holm (1979), A simple sequentially rejective multiple test procedure, Scandinavian
    Journal of Statistics 6, 65-70.
    """
    p = np.asarray(p_values, float)
    order = np.argsort(p, axis=None, kind="stable")
    stepped = p.flat[order] * np.arange(p.size, 0, -1)
    corrected = np.empty(p.size)
    corrected[order] = np.minimum(np.maximum.accumulate(stepped), 1)
    return corrected.reshape(p.shape)
