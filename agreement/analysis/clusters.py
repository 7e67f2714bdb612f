import numpy as np

AT_A_TIME = 8192
ROUNDS = 100
NEAR = 0.01  # centres that move less have settled, as in Polis


def k_means(points, k, weights=None):
    """Which of at most `k` clusters each point is in (numbers from 0, without gaps), and their
    centres (clusters × 2).

    As in Polis it starts from the first `k` distinct points, in the order of the rows: nothing is
    left to chance, and the same rows give the same clusters.

    Source: S. Lloyd (1982), Least squares quantization in PCM, IEEE Transactions on Information
    Theory 28, 129-137; its start from compdemocracy/polis, math/clusters.clj.
    """
    weights = np.ones(len(points)) if weights is None else weights
    centres = first_distinct(points, k)
    for _ in range(ROUNDS):
        labels = nearest(points, centres)
        size = np.bincount(labels, weights, len(centres))
        kept = size > 0
        moved = np.column_stack(
            [np.bincount(labels, weights * axis, len(centres))[kept] for axis in points.T]
        )
        moved /= size[kept, None]
        settled = kept.all() and (np.linalg.norm(moved - centres, axis=1) < NEAR).all()
        labels = (np.cumsum(kept) - 1)[labels]
        centres = moved
        if settled:
            break
    return labels, centres


def first_distinct(points, k):
    """The first `k` points that differ from each other, fewer if there are no more."""
    _, first = np.unique(points, axis=0, return_index=True)
    return points[np.sort(first)[:k]]


def nearest(points, centres):
    """The number of the centre nearest to each point; of two as near, the first."""
    # |p - c|² = |p|² - 2pc + |c|², whose first term is the same for all centres.
    middle = centres.mean(0)
    towards = np.float32(-2) * (centres - middle).T.astype(np.float32)
    length = ((centres - middle) ** 2).sum(1).astype(np.float32)
    labels = np.empty(len(points), np.intp)
    for start in range(0, len(points), AT_A_TIME):
        rows = slice(start, start + AT_A_TIME)
        distance = (points[rows] - middle).astype(np.float32) @ towards
        distance += length
        labels[rows] = distance.argmin(1)
    return labels
