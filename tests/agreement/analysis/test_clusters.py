"""k-means, and how clear clusters are."""

import numpy as np
import pytest

from agreement.analysis.clusters import first_distinct, k_means, nearest
from agreement.analysis.silhouette import silhouette

LINE = np.array([[0.0, 0], [1, 0], [10, 0], [11, 0]])


def test_clusters_apart_are_found():
    labels, centres = k_means(LINE, 2)
    assert labels.tolist() == [0, 0, 1, 1]
    assert centres == pytest.approx(np.array([[0.5, 0], [10.5, 0]]))


def test_weights_draw_the_centres():
    _, centres = k_means(LINE, 2, np.array([1, 3, 1, 1]))
    assert centres[0] == pytest.approx([0.75, 0])


def test_equal_points_make_one_cluster():
    labels, centres = k_means(np.ones((8, 2)), 3)
    assert labels.tolist() == [0] * 8
    assert centres.tolist() == [[1, 1]]


def test_the_first_distinct_points_begin():
    points = np.array([[2.0, 2], [2, 2], [1, 1], [2, 2], [0, 0]])
    assert first_distinct(points, 2).tolist() == [[2, 2], [1, 1]]


@pytest.fixture
def cloud():
    return np.random.default_rng(0).normal(size=(20000, 2))


def distances(points, centres):
    return np.linalg.norm(points[:, None] - centres[None], axis=2)


def test_nearest_is_that_of_the_plain_method(cloud):
    centres = cloud[:30] * 2
    plainly = np.sort(distances(cloud, centres), axis=1)
    labels, second = nearest(cloud, centres)
    found = distances(cloud, centres)[np.arange(len(cloud)), labels]
    assert found == pytest.approx(plainly[:, 0], abs=1e-3)
    assert second == pytest.approx(plainly[:, 1], abs=1e-3)


def test_clusters_are_those_of_the_plain_method(cloud):
    labels, centres = cloud[:0], cloud[:30]
    for _ in range(100):
        labels = distances(cloud, centres).argmin(1)
        moved = np.array([cloud[labels == number].mean(0) for number in range(30)])
        settled = (np.linalg.norm(moved - centres, axis=1) < 0.01).all()
        centres = moved
        if settled:
            break
    found, middle = k_means(cloud, 30)
    assert (found != labels).mean() < 0.001
    assert middle == pytest.approx(centres, abs=1e-3)


def test_silhouette_as_worked_by_hand():
    labels = np.array([0, 0, 1, 1])
    assert silhouette(LINE, labels) == pytest.approx((9.5 / 10.5 + 8.5 / 9.5) / 2)


def test_a_point_alone_counts_as_nothing():
    assert silhouette(LINE[:3], np.array([0, 0, 1])) == pytest.approx((9 / 10 + 8 / 9) / 3)


def test_one_cluster_has_no_silhouette():
    assert silhouette(LINE, np.zeros(4, int)) == 0
