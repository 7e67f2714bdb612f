"""How alike two groupings are."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from agreement.analysis.rand_index import adjusted_rand_index

groupings = st.integers(2, 30).flatmap(
    lambda n: st.tuples(*[st.lists(st.integers(0, 4), min_size=n, max_size=n)] * 2)
)


@pytest.mark.parametrize(
    ("one", "other", "value"),
    [
        ([0, 0, 1, 1], [5, 5, 3, 3], 1),
        ([0, 0, 1, 1], [0, 0, 1, 2], 4 / 7),
        ([0, 0, 1, 1], [0, 1, 0, 1], -0.5),
        ([0, 0, 0, 0], [0, 1, 2, 3], 0),
        ([0, 0, 0], [1, 1, 1], 1),
    ],
)
def test_values_worked_by_hand(one, other, value):
    assert adjusted_rand_index(one, other) == pytest.approx(value)


@given(groupings)
def test_it_is_symmetric_and_at_most_1(pair):
    one, other = pair
    value = adjusted_rand_index(one, other)
    assert value == pytest.approx(adjusted_rand_index(other, one))
    assert value <= 1 + 1e-12


@given(groupings, st.permutations(range(5)))
def test_names_of_groups_do_not_matter(pair, names):
    one, other = pair
    renamed = [names[label] for label in one]
    assert adjusted_rand_index(renamed, other) == pytest.approx(adjusted_rand_index(one, other))
    assert adjusted_rand_index(one, renamed) == pytest.approx(1)


def test_groupings_by_chance_are_not_alike():
    generator = np.random.default_rng(0)
    one, other = generator.integers(0, 3, (2, 5000))
    assert abs(adjusted_rand_index(one, other)) < 0.01
