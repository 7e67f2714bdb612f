"""Opinion groups."""

import numpy as np
import pytest

from agreement.analysis.opinion import NO_GROUP, find_groups, has_answered_enough
from agreement.analysis.rand_index import adjusted_rand_index
from agreement.analysis.votes import UNANSWERED

NOTHING = np.zeros(20, bool)


def test_two_camps_are_found(camps):
    answers, camp = camps()
    found = find_groups(answers, NOTHING)
    assert found.number == 2
    assert adjusted_rand_index(found.labels, camp) > 0.9


def test_the_same_answers_give_the_same_groups(camps):
    answers, _ = camps()
    assert (find_groups(answers, NOTHING).labels == find_groups(answers, NOTHING).labels).all()


def test_the_number_may_be_given(camps):
    assert find_groups(camps()[0], NOTHING, 3).number == 3


def test_groups_are_numbered_from_the_largest(camps):
    sizes = find_groups(camps()[0], NOTHING, 4).sizes
    assert sizes.tolist() == sorted(sizes, reverse=True)
    assert sizes.sum() == 120


def test_who_answered_too_little_is_in_no_group(camps):
    answers, _ = camps(answered=1)
    answers[0, 6:] = UNANSWERED
    answers[1, 7:] = UNANSWERED
    labels = find_groups(answers, NOTHING).labels
    assert labels[0] == NO_GROUP
    assert labels[1] != NO_GROUP


def test_few_statements_need_fewer_answers():
    answers = np.ones((20, 3), np.int8)
    answers[4, 0] = UNANSWERED
    assert np.flatnonzero(~has_answered_enough(answers)).tolist() == [4]


def test_the_15_who_answered_most_stand_in_where_few_answered_enough():
    answers = np.full((30, 20), UNANSWERED, np.int8)
    for person in range(30):
        answers[person, : person // 4] = 1
    assert np.flatnonzero(has_answered_enough(answers)).tolist() == [12, *range(16, 30)]


@pytest.mark.parametrize("people", [1, 2, 3])
def test_a_handful_of_people_breaks_nothing(people):
    found = find_groups(np.ones((people, 4), np.int8), np.zeros(4, bool))
    assert found.sizes.sum() == people
