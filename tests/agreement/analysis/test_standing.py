"""What is found about a statement, from the sectors that are shown."""

import numpy as np
import pytest

from agreement.analysis.standing import FoundStanding, divided_pairs, found_standing


@pytest.mark.parametrize(
    ("agree", "disagree", "votes", "standing"),
    [
        ([], [], [], FoundStanding.TOO_FEW),
        ([38, 30], [1, 2], [40, 35], FoundStanding.BROAD_AGREEMENT),
        ([1, 2], [38, 30], [40, 35], FoundStanding.BROAD_DISAGREEMENT),
        ([38, 10], [1, 28], [40, 40], FoundStanding.DIVIDED_BETWEEN),
        ([38, 10], [1, 3], [40, 40], FoundStanding.DIVIDED_BETWEEN),
        ([40, 38], [38, 40], [80, 80], FoundStanding.DIVIDED_WITHIN),
        ([12, 11], [4, 5], [40, 35], FoundStanding.UNCLEAR),
        ([3, 3], [2, 2], [5, 5], FoundStanding.UNCLEAR),
    ],
)
def test_standing(agree, disagree, votes, standing):
    assert found_standing(agree, disagree, votes) == standing


def test_one_sector_in_doubt_is_no_broad_agreement():
    # 7 of 12: the interval reaches from 32% to 81%.
    assert found_standing([95, 7], [2, 2], [100, 12]) != FoundStanding.BROAD_AGREEMENT


def test_a_difference_under_20_points_divides_nobody():
    assert divided_pairs(np.array([8000, 6100]), np.array([10000, 10000])) == []
    assert divided_pairs(np.array([8000, 6000]), np.array([10000, 10000])) == [(0, 1)]


def test_unsure_stays_in_the_denominator():
    # 30 of 80 agree and nobody disagrees: not agreement.
    assert found_standing([30], [0], [80]) == FoundStanding.UNCLEAR


def test_more_sectors_ask_for_stronger_differences():
    agree, votes = np.array([14, 5]), np.array([20, 16])
    assert divided_pairs(agree, votes) == [(0, 1)]
    more = [np.append(numbers, [11] * 5) for numbers in (agree, votes)]
    more[1][2:] = 20
    assert divided_pairs(*more) == []


def test_the_pair_widest_apart_comes_first():
    assert divided_pairs(np.array([90, 50, 10]), np.array([100, 100, 100]))[0] == (0, 2)
