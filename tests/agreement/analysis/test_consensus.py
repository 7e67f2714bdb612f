"""What all groups share, whatever their size."""

import numpy as np
import pytest

from agreement.analysis.consensus import group_informed_consensus, mean_consensus


def test_product_over_groups_as_worked_by_hand():
    agree, votes = np.array([[3, 0], [1, 8]]), np.array([[4, 0], [2, 8]])
    value = group_informed_consensus(agree, votes)
    assert value == pytest.approx([4 / 6 * 2 / 4, 1 / 2 * 9 / 10])


def test_mean_is_the_root_of_the_product():
    agree, votes = np.array([[3], [1], [7]]), np.array([[4], [2], [9]])
    product = group_informed_consensus(agree, votes)
    assert mean_consensus(agree, votes) == pytest.approx(product ** (1 / 3))


def test_a_large_group_does_not_outvote_a_small_one():
    votes = np.array([[1000, 1000], [10, 10]])
    agree = np.array([[999, 800], [1, 8]])
    one_camp, both_camps = group_informed_consensus(agree, votes)
    assert both_camps > one_camp
