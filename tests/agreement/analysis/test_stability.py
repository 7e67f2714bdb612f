"""Groups are shown where they would be found again, and the reasons against are plain words."""

from dataclasses import replace

import numpy as np
import pytest

from agreement.analysis.gate import too_small, unstable
from agreement.analysis.opinion import NO_GROUP, find_groups
from agreement.analysis.stability import Stability, measure_stability, shuffle_columns
from agreement.analysis.votes import UNANSWERED

NOTHING = np.zeros(20, bool)


@pytest.fixture
def opinion(camps):
    return find_groups(camps()[0], NOTHING)


def stability(agreement=1.0, worst=1.0, shuffled=0.1):
    return Stability(np.array([worst] * 4 + [agreement] * 26), np.full(15, shuffled))


def test_clear_camps_pass(camps):
    answers, _ = camps()
    found = find_groups(answers, NOTHING)
    assert not too_small(found)
    assert not unstable(found, measure_stability(answers, NOTHING, found))


def test_answers_without_structure_do_not_pass(camps):
    answers, _ = camps(clear=0)
    found = find_groups(answers, NOTHING)
    assert unstable(found, measure_stability(answers, NOTHING, found))


def test_the_same_seed_gives_the_same_result(camps):
    answers, _ = camps()
    found = find_groups(answers, NOTHING)
    one, two = (measure_stability(answers, NOTHING, found, seed=7) for _ in range(2))
    assert (one.agreement == two.agreement).all()
    assert (one.shuffled == two.shuffled).all()


def test_shuffling_keeps_gaps_and_counts(camps):
    answers, _ = camps()
    shuffled = shuffle_columns(answers, np.random.default_rng(0))
    assert ((shuffled == UNANSWERED) == (answers == UNANSWERED)).all()
    assert (np.sort(shuffled, axis=0) == np.sort(answers, axis=0)).all()
    assert (shuffled != answers).any()


@pytest.mark.parametrize(
    ("found", "said"),
    [
        (stability(agreement=0.79), "at the median"),
        (stability(worst=0.59), "worst tenth"),
        (stability(shuffled=0.99), "at random"),
    ],
)
def test_each_condition_of_stability_says_when_it_fails(opinion, found, said):
    (reason,) = unstable(opinion, found)
    assert said in reason


def test_what_just_holds_passes(opinion):
    assert not unstable(opinion, stability(agreement=0.8, worst=0.6))


def grouped(opinion, *sizes):
    labels = np.repeat(np.arange(len(sizes)), sizes)
    return replace(opinion, labels=np.append(labels, [NO_GROUP] * 9))


@pytest.mark.parametrize(
    ("sizes", "said"),
    [((60, 39), "Fewer than 100 people"), ((91, 9), "smallest group"), ((100,), "no two groups")],
)
def test_each_size_that_is_too_small_is_said(opinion, sizes, said):
    (reason,) = too_small(grouped(opinion, *sizes))
    assert said in reason


def test_sizes_that_just_suffice_pass(opinion):
    assert not too_small(grouped(opinion, 90, 10))
