"""Comparing shares, and correcting for how many are compared."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from agreement.analysis.significance import holm, two_proportions, two_sided

p_values = st.lists(st.floats(0, 1), min_size=1, max_size=20)


def test_two_proportions_as_worked_by_hand():
    # Pooled share 0.4, standard error √(0.24 × 2 / 25), difference 0.4.
    z, p = two_proportions(15, 25, 5, 25)
    assert z == pytest.approx(2.8867513)
    assert p == pytest.approx(0.0038924, abs=1e-7)


@pytest.mark.parametrize("numbers", [(0, 0, 5, 10), (5, 10, 0, 0), (0, 10, 0, 8), (9, 9, 4, 4)])
def test_nothing_to_compare_is_no_difference(numbers):
    assert two_proportions(*numbers) == (0, 1)


def test_normal_distribution():
    assert two_sided(1.959963985) == pytest.approx(0.05)
    assert two_sided(-2.575829304) == pytest.approx(0.01)


def test_holm_as_worked_by_hand():
    assert holm([0.01, 0.04, 0.03, 0.005]) == pytest.approx([0.03, 0.06, 0.06, 0.02])


@given(p_values)
def test_holm_never_makes_a_finding_stronger(values):
    corrected = holm(values)
    assert (corrected >= np.array(values)).all()
    assert (corrected <= 1).all()


@given(p_values, st.randoms())
def test_holm_does_not_depend_on_the_order(values, random):
    order = list(range(len(values)))
    random.shuffle(order)
    shuffled = holm([values[place] for place in order])
    assert shuffled == pytest.approx(holm(values)[order])
