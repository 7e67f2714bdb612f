import numpy as np


def silhouette(points, labels):
    """How much nearer points are to their own cluster than to the next one: -1 to 1, the mean over
    all points; 0 where there is only one cluster. A point alone in its cluster counts as 0.

    Source: P. J. Rousseeuw (1987), Silhouettes, Journal of Computational and Applied Mathematics
    20, 53-65. Grows with the square of the number of points: meant for base clusters.
    """
    number = labels.max() + 1
    if number < 2:
        return 0.0
    distances = np.linalg.norm(points[:, None] - points[None], axis=2)
    members = np.eye(number)[labels]
    sizes = members.sum(0)
    own = members.astype(bool)
    to_each = distances @ members
    within = to_each[own] / np.maximum(sizes[labels] - 1, 1)
    between = np.where(own, np.inf, to_each / sizes).min(1)
    farther = np.maximum(np.maximum(within, between), np.finfo(float).tiny)
    return float(np.where(sizes[labels] > 1, (between - within) / farther, 0).mean())
