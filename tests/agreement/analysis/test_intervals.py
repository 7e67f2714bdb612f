"""Wilson's interval: the values that were published, and what holds for any numbers."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from agreement.analysis.intervals import wilson

asked = st.integers(1, 10**6).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n)))


@pytest.mark.parametrize(
    ("successes", "trials", "lower", "upper"),
    [
        # R. G. Newcombe (1998), Statistics in Medicine 17, 857-872, table I, method 3.
        (81, 263, 0.2553, 0.3662),
        (15, 148, 0.0624, 0.1605),
        (0, 20, 0.0000, 0.1611),
        (1, 29, 0.0061, 0.1718),
    ],
)
def test_published_values(successes, trials, lower, upper):
    assert wilson(successes, trials) == pytest.approx((lower, upper), abs=5e-5)


@given(asked)
def test_interval_lies_between_0_and_1_and_holds_the_share(numbers):
    successes, trials = numbers
    lower, upper = wilson(successes, trials)
    assert 0 <= lower <= successes / trials + 1e-12
    assert successes / trials - 1e-12 <= upper <= 1


@given(asked)
def test_agreeing_and_not_agreeing_mirror_each_other(numbers):
    successes, trials = numbers
    lower, upper = wilson(successes, trials)
    assert wilson(trials - successes, trials) == pytest.approx((1 - upper, 1 - lower))


def test_nobody_asked_means_anything_is_possible():
    lower, upper = wilson(np.array([0, 5]), np.array([0, 10]))
    assert (lower[0], upper[0]) == (0, 1)
    assert 0 < lower[1] < 0.5 < upper[1] < 1
