"""A group that is found again keeps its name."""

from agreement.analysis.names import group_names
from agreement.analysis.opinion import NO_GROUP

PEOPLE = list("abcdefg")


def test_first_groups_are_named_from_the_largest():
    assert group_names(PEOPLE, [0, 0, 0, 1, 1, 2, NO_GROUP], {}) == ["A", "B", "C"]


def test_groups_keep_their_names_when_another_becomes_the_largest():
    before = dict(zip(PEOPLE, "AAABBCC", strict=True))
    assert group_names(PEOPLE, [2, 2, 1, 0, 0, 1, 1], before) == ["B", "C", "A"]


def test_of_two_parts_the_larger_keeps_the_name_and_the_other_gets_a_new_one():
    before = dict(zip(PEOPLE, "AAAAABB", strict=True))
    assert group_names(PEOPLE, [0, 0, 0, 2, 2, 1, 1], before) == ["A", "B", "C"]


def test_a_name_that_was_given_up_is_not_given_to_others():
    before = {"x": "A", "y": "B"}
    assert group_names(PEOPLE, [0, 0, 0, 1, 1, 1, 1], before) == ["C", "D"]


def test_nobody_has_no_groups():
    assert group_names([], [], {}) == []
