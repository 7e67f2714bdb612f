"""Attackers who keep all that was ever published, add and subtract it, and know the rules."""

from itertools import product

import numpy as np
import pytest
from hypothesis import HealthCheck, find, given, settings
from hypothesis import strategies as st
from hypothesis.errors import NoSuchExample

from agreement.analysis.suppression import NOBODY, THRESHOLD, next_table, release

ROWS = range(3)
TIMES = range(3)
MOST = 7  # combinations of more numbers are left to other examples

# One answer of one person: the row it is in, what it says, and when it is there.
answers = st.tuples(
    st.sampled_from(ROWS),
    st.sampled_from([0, 0, 1, 2]),
    st.sampled_from([(0, 3), (0, 3), (0, 1), (0, 2), (1, 3), (2, 3), (1, 2)]),
    st.sampled_from([1, 2, 3, 4, 5, 6]),  # as many people alike
)
histories = st.lists(answers, min_size=3, max_size=9).map(
    lambda found: [answer for *answer, people in found for _ in range(people)]
)


def there(history, time):
    return [begin <= time < end for _, _, (begin, end) in history]


def counts(history, time):
    found = {row: [0, 0, 0] for row in ROWS}
    for (row, answer, _), present in zip(history, there(history, time), strict=True):
        found[row][answer] += present
    return {row: tuple(numbers) for row, numbers in found.items()}


def published(history, threshold):
    """Each set of answers whose numbers were ever published, as it was when they moved."""
    tables, sets = [], {}
    of_row = np.array([row for row, _, _ in history])
    for time in TIMES:
        table = next_table(counts(history, time), tables, threshold)
        present = np.array(there(history, time))
        for row, numbers in table.rows.items():
            if not any(row in old.rows and old.rows[row] == numbers for old in tables):
                sets[row, time] = present & (of_row == row)
        if table.others != NOBODY and all(table.others != old.others for old in tables):
            sets["others", time] = present & ~np.isin(of_row, list(table.rows))
        tables.append(table)
    return [members for members in sets.values() if members.any()]


def given_away(history, threshold=THRESHOLD):
    """Whether adding and subtracting published numbers tells something about one to four people."""
    sets = published(history, threshold)[:MOST]
    if not sets:
        return False
    combined = np.array(list(product([-1, 0, 1], repeat=len(sets)))) @ np.array(sets, int)
    people = np.abs(combined).sum(1)
    says = np.array([answer for _, answer, _ in history])
    numbers = np.stack([combined[:, says == answer].sum(1) for answer in range(3)], 1)
    return bool(((people > 0) & (people < 5) & numbers.any(1)).any())


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(histories)
def test_adding_and_subtracting_gives_no_small_group_away(history):
    assert not given_away(history)


def test_the_attacker_wins_against_a_threshold_weakened_by_one():
    find(histories, lambda history: given_away(history, THRESHOLD - 1))


def test_the_attacker_wins_against_no_threshold_at_all():
    find(histories, lambda history: given_away(history, 1))


def sizes_by_release(threshold):
    """All sizes that three rows can have, by what is published of them."""
    found = {}
    for sizes in product(range(9), repeat=3):
        table = next_table({row: (size, 0, 0) for row, size in enumerate(sizes)}, (), threshold)
        found.setdefault((tuple(table.rows.items()), table.others), []).append(sizes)
    return found


def pinned_down(threshold):
    """Sizes from one to four that are the only ones that fit what is published."""
    return [
        (sizes, row)
        for sizes in sizes_by_release(threshold).values()
        for row in ROWS
        if len({each[row] for each in sizes}) == 1 and 0 < sizes[0][row] < 5
    ]


def test_who_knows_the_rules_and_tries_all_numbers_pins_none_down():
    assert pinned_down(THRESHOLD) == []
    assert pinned_down(THRESHOLD - 1) != []


numbers = st.tuples(*[st.integers(0, 6)] * 3)
tables_of_both = st.tuples(numbers, numbers, numbers, numbers)


@pytest.mark.parametrize("threshold", [THRESHOLD, THRESHOLD - 1])
def test_sectors_less_groups_are_nobody_or_at_least_five(threshold):
    def few_apart(history):
        earlier = []
        for north_left, north_right, south_left, south_right in history:
            everyone = [north_left, north_right, south_left, south_right]
            sectors = {"north": added(everyone[:2]), "south": added(everyone[2:])}
            groups = {"left": added(everyone[::2]), "right": added(everyone[1::2])}
            earlier.append(release(sectors, groups, earlier, threshold))
        return any(
            0
            < sum(abs(a - b) for a, b in zip(one.sectors.total, two.groups.total, strict=True))
            < 5
            for one, two in product(earlier, repeat=2)
            if two.groups
        )

    histories = st.lists(tables_of_both, min_size=1, max_size=3)
    if threshold == THRESHOLD:
        with pytest.raises(NoSuchExample):
            find(histories, few_apart, settings=settings(max_examples=300, deadline=None))
    else:
        find(histories, few_apart, settings=settings(max_examples=5000, deadline=None))


def added(rows):
    return tuple(map(sum, zip(*rows, strict=True)))
