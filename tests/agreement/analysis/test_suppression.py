"""Which numbers of people are published, and which have to wait."""

import pytest

from agreement.analysis.suppression import (
    NOBODY,
    Release,
    Table,
    may_follow,
    moved_on,
    next_table,
    release,
)

MANY = (20, 5, 15)


def releases(*counts):
    """The tables published one after the other of these true numbers."""
    found = []
    for numbers in counts:
        found.append(next_table(numbers, found))
    return found


@pytest.mark.parametrize("numbers", [(4, 0, 0), (1, 2, 1)])
def test_a_row_under_five_is_not_shown_and_not_in_the_total(numbers):
    table = next_table({"academia": MANY, "business": numbers})
    assert table.rows == {"academia": MANY}
    assert table.total == MANY


def test_a_row_of_five_is_shown():
    assert next_table({"academia": MANY, "business": (4, 0, 1)}).rows["business"] == (4, 0, 1)


def test_small_rows_are_told_together():
    table = next_table({"academia": MANY, "business": (2, 0, 1), "council": (1, 2, 0)})
    assert table.others == (3, 2, 1)
    assert table.total == (23, 7, 16)


def test_small_rows_that_must_all_be_of_four_are_not_told_together():
    # Eight people in two rows that are both under five can only be four and four.
    assert next_table({"business": (4, 0, 0), "council": (3, 1, 0)}).others == NOBODY


@pytest.mark.parametrize(
    ("before", "now", "may"),
    [
        ((9, 0, 0), (9, 0, 0), True),
        ((9, 0, 0), (13, 0, 0), False),
        ((9, 0, 0), (14, 0, 0), True),
        ((9, 0, 0), (12, 1, 1), True),
        ((9, 0, 0), (8, 1, 0), False),
        ((9, 0, 9), (5, 0, 13), False),
        ((9, 0, 9), (4, 0, 14), True),
        ((9, 3, 0), (5, 2, 0), True),
    ],
)
def test_numbers_move_when_five_people_changed_something(before, now, may):
    assert may_follow(before, now) is may
    assert may_follow(now, before) is may


def test_a_row_waits_for_five_changes_and_the_others_go_on():
    first, second, third = releases(
        {"academia": MANY, "council": (9, 0, 0)},
        {"academia": (26, 5, 15), "council": (9, 0, 1)},
        {"academia": (26, 5, 15), "council": (9, 0, 5)},
    )
    assert first.rows == {"academia": MANY, "council": (9, 0, 0)}
    assert second.rows == {"academia": (26, 5, 15), "council": (9, 0, 0)}
    assert third.rows["council"] == (9, 0, 5)


def test_changes_are_counted_from_every_earlier_release():
    # Five came, then four of them went: one more than at first.
    *_, last = releases({"a": (10, 0, 0)}, {"a": (15, 0, 0)}, {"a": (11, 0, 0)})
    assert last.rows["a"] == (15, 0, 0)


def test_a_row_that_falls_under_five_keeps_its_last_numbers():
    *_, last = releases({"a": MANY, "b": (9, 0, 0)}, {"a": MANY, "b": (2, 0, 0)})
    assert last.rows["b"] == (9, 0, 0)


def test_a_row_that_nobody_is_in_any_more_is_empty():
    *_, last = releases({"a": MANY, "b": (9, 0, 0)}, {"a": MANY})
    assert last.rows["b"] == NOBODY


def test_a_row_does_not_leave_the_others_where_that_gives_them_away():
    first, second = releases(
        {"a": (3, 0, 0), "b": (4, 0, 0)},
        {"a": (3, 0, 0), "b": (5, 0, 0)},
    )
    assert first.others == (7, 0, 0)
    assert second == first


def test_a_row_leaves_the_others_once_enough_has_changed():
    first, second = releases(
        {"a": (3, 0, 0), "b": (4, 0, 0), "c": (2, 0, 1)},
        {"a": (3, 0, 4), "b": (16, 0, 0), "c": (2, 4, 1)},
    )
    assert first.others == (9, 0, 1)
    assert second.rows == {"a": (3, 0, 4), "b": (16, 0, 0), "c": (2, 4, 1)}


def test_nothing_is_published_of_four_people():
    assert next_table({"a": (1, 1, 1), "b": (1, 0, 0)}) == Table({})


def test_numbers_of_people_follow_the_same_rule():
    assert moved_on((4,)) == (0,)
    assert moved_on((246,), [(240,)]) == (246,)
    assert moved_on((244,), [(240,)]) == (240,)


def test_groups_are_published_beside_sectors():
    found = release({"a": MANY}, {"0": (15, 5, 0), "1": (5, 0, 15)})
    assert found.groups.rows == {"0": (15, 5, 0), "1": (5, 0, 15)}


@pytest.mark.parametrize(("unplaced", "shown"), [((3, 0, 1), False), ((3, 1, 1), True)])
def test_groups_wait_where_sectors_less_groups_are_a_few_people(unplaced, shown):
    groups = {"0": (15, 5, 0), "1": (5, 0, 15), "none": unplaced}
    everybody = tuple(map(sum, zip(*groups.values(), strict=True)))
    assert bool(release({"a": everybody}, groups).groups) is shown


def test_sectors_wait_where_they_would_give_earlier_groups_away():
    earlier = Release(Table({"a": (20, 0, 0)}), Table({"0": (15, 0, 0), "1": (12, 0, 0)}))
    assert release({"a": (26, 0, 0)}, earlier=[earlier]).sectors == earlier.sectors


def test_groups_that_no_longer_hold_are_left_out():
    earlier = release({"a": MANY}, {"0": (15, 5, 0), "1": (5, 0, 15)})
    assert release({"a": MANY}, earlier=[earlier]).groups is None
