import numpy as np

AT_A_TIME = 8192
ROUNDS = 100
NEAR = 0.01  # centres that move less have settled, as in Polis


def k_means(points, k, weights=None):
    """Which of at most `k` clusters each point is in (numbers from 0, without gaps), and their
    centres (clusters × 2).

    As in Polis it starts from the first `k` distinct points, in the order of the rows: nothing is
    left to chance, and the same rows give the same clusters.

    Sources: S. Lloyd (1982), Least squares quantization in PCM, IEEE Transactions on Information
    Theory 28, 129-137; its start from compdemocracy/polis, math/clusters.clj; points that can't
    have changed cluster are passed over after G. Hamerly (2010), Making k-means even faster, SDM.
    """
    weights = np.ones(len(points)) if weights is None else weights
    centres = first_distinct(points, k)
    labels, next_best = nearest(points, centres)
    weighted = [weights * axis for axis in points.T]
    for _ in range(ROUNDS):
        size = np.bincount(labels, weights, len(centres))
        kept = size > 0
        sums = [np.bincount(labels, axis, len(centres))[kept] for axis in weighted]
        moved = np.column_stack(sums) / size[kept, None]
        labels = (np.cumsum(kept) - 1)[labels]
        steps = np.linalg.norm(moved - centres[kept], axis=1)
        centres = moved
        if kept.all() and steps.max() < NEAR:
            break
        # Another centre can't be nearer before it has come as near as the own one is by now.
        next_best -= steps.max()
        apart = points - centres[labels]
        doubtful = np.einsum("ij,ij->i", apart, apart) >= np.maximum(next_best, 0) ** 2
        labels[doubtful], next_best[doubtful] = nearest(points[doubtful], centres)
    return labels, centres


def first_distinct(points, k):
    """The first `k` points that differ from each other, fewer if there are no more."""
    _, first = np.unique(points, axis=0, return_index=True)
    return points[np.sort(first)[:k]]


def nearest(points, centres):
    """The number of the centre nearest to each point (of two as near, the first), and how far away
    the second nearest is."""
    # |p - c|² = |p|² - 2pc + |c|², whose first term is the same for all centres.
    middle = centres.mean(0)
    towards = np.float32(-2) * (centres - middle).T.astype(np.float32)
    length = ((centres - middle) ** 2).sum(1).astype(np.float32)
    labels = np.empty(len(points), np.intp)
    second = np.empty(len(points))
    for start in range(0, len(points), AT_A_TIME):
        rows = slice(start, start + AT_A_TIME)
        part = (points[rows] - middle).astype(np.float32)
        distance = part @ towards
        distance += length
        labels[rows] = distance.argmin(1)
        distance[np.arange(len(part)), labels[rows]] = np.inf
        second[rows] = distance.min(1) + np.einsum("ij,ij->i", part, part)
    return labels, np.sqrt(np.maximum(second, 0))
