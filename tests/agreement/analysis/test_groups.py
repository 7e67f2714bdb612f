"""What marks a group, and what unites it with the others."""

import numpy as np
import pytest

from agreement.analysis.groups import marks, uniting
from agreement.analysis.votes import AGREE, DISAGREE

#                 divides     all agree   small difference
VOTES = np.array([[50, 50, 50], [40, 40, 40]])
AGREED = np.array([[45, 48, 30], [4, 38, 20]])
DISAGREED = np.array([[2, 1, 10], [34, 1, 12]])


def test_a_group_is_marked_by_what_sets_it_apart():
    first, second = marks(AGREED, DISAGREED, VOTES)
    assert [(mark.statement, mark.answer) for mark in first] == [(0, AGREE)]
    assert [(mark.statement, mark.answer) for mark in second] == [(0, DISAGREE)]
    assert first[0].share == pytest.approx(45 / 50)
    assert first[0].elsewhere == pytest.approx(4 / 40)
    assert first[0].representativeness == pytest.approx(46 / 52 / (5 / 42))
    assert first[0].p < 0.001


def test_chance_among_many_statements_marks_nobody():
    generator = np.random.default_rng(0)
    votes = np.full((2, 200), 40)
    agree = generator.binomial(40, 0.6, votes.shape)
    assert marks(agree, votes - agree, votes) == [[], []]


def test_what_is_hidden_marks_nobody():
    nothing = np.zeros((2, 3), int)
    assert marks(nothing, nothing, nothing) == [[], []]


def test_groups_are_united_by_what_most_of_each_share():
    assert uniting(AGREED, VOTES) == [1]
    assert uniting(DISAGREED, VOTES) == []
