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


def test_nearest_is_that_of_the_plain_method():
    generator = np.random.default_rng(0)
    points, centres = generator.normal(size=(20000, 2)), generator.normal(size=(30, 2))
    distances = np.linalg.norm(points[:, None] - centres[None], axis=2)
    found = distances[np.arange(len(points)), nearest(points, centres)]
    assert found == pytest.approx(distances.min(1), abs=1e-3)


def test_silhouette_as_worked_by_hand():
    labels = np.array([0, 0, 1, 1])
    assert silhouette(LINE, labels) == pytest.approx((9.5 / 10.5 + 8.5 / 9.5) / 2)


def test_a_point_alone_counts_as_nothing():
    assert silhouette(LINE[:3], np.array([0, 0, 1])) == pytest.approx((9 / 10 + 8 / 9) / 3)


def test_one_cluster_has_no_silhouette():
    assert silhouette(LINE, np.zeros(4, int)) == 0
