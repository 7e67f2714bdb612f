"""An attacker who keeps all snapshots, and adds and subtracts whatever they publish."""

from functools import partial
from itertools import combinations, product
from types import SimpleNamespace

import numpy as np
from hypothesis import HealthCheck, find, given, settings
from hypothesis import strategies as st

from agreement.analysis import suppression
from agreement.snapshots import result as results
from agreement.snapshots.answers import Answers
from agreement.snapshots.groups import Groups

SECTORS = ["academia", "business", "individual"]
STATEMENTS = [
    SimpleNamespace(reference="R1", kind="risk", claim="A claim.", wording_hash="1"),
    SimpleNamespace(reference="S1", kind="safeguard", claim="Another.", wording_hash="2"),
]
UNANSWERED = -128

# As many people alike: their sector, what they say to both statements, and when they are there.
crowds = st.lists(
    st.tuples(
        st.integers(1, 9),
        st.sampled_from(SECTORS),
        st.tuples(*[st.sampled_from([1, 1, 0, -1, UNANSWERED])] * 2),
        st.sampled_from([(0, 3), (0, 3), (0, 1), (1, 3), (2, 3)]),
    ),
    min_size=1,
    max_size=8,
)


def answers_at(crowd, time):
    people = [
        (sector, given)
        for number, sector, given, (begin, end) in crowd
        for _ in range(number)
        if begin <= time < end and given != (UNANSWERED, UNANSWERED)
    ]
    answers = np.array([given for _, given in people], np.int8).reshape(-1, 2)
    return Answers(STATEMENTS, np.array([sector for sector, _ in people], str), answers)


def snapshots_of(crowd):
    """The results of three snapshots in a row."""
    found = []
    for time in range(3):
        found.append(results.count(answers_at(crowd, time), Groups(None, ["None."]), found))
    return [counted.result for counted in found]


def published(found):
    """Each series of numbers about one set of people, which all else is added up from:
    {(table, row): [numbers at each time]}."""
    series = {}
    for result in found:
        tables = {"people": result["people"]["sectors"]}
        tables |= {entry["reference"]: entry["sectors"] for entry in result["statements"]}
        for name, table in tables.items():
            for row, numbers in [*table["rows"].items(), ("others", table["others"])]:
                series.setdefault((name, row), []).append(numbers)
    return series


def people_apart(one, other):
    """How many people must have come, gone or changed at least between two numbers."""
    changes = [new - old for old, new in zip(one, other, strict=True)]
    return max(sum(c for c in changes if c > 0), -sum(c for c in changes if c < 0))


def gives_away(crowd, threshold=suppression.THRESHOLD):
    """Whether some number, or the difference of two of the same set, is of one to four people."""
    release = results.release
    results.release = partial(suppression.release, threshold=threshold)
    try:
        series = published(snapshots_of(crowd))
    finally:
        results.release = release
    return any(
        0 < people_apart(one, other) < 5
        for numbers in series.values()
        for one, other in combinations([[0, 0, 0], *numbers], 2)
    )


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(crowds)
def test_no_number_and_no_difference_is_of_fewer_than_five(crowd):
    assert not gives_away(crowd)


def test_a_threshold_weakened_by_one_is_found_out():
    find(crowds, lambda crowd: gives_away(crowd, suppression.THRESHOLD - 1))


def test_standings_and_intervals_follow_from_published_numbers_alone():
    """Two crowds of which the same is published are told alike in all else."""
    shown = [(9, "academia", (1, -1), (0, 3))]
    hidden = [(4, "business", (-1, 1), (0, 3))]
    assert snapshots_of(shown) == snapshots_of([*shown, *hidden])


def test_who_tries_all_small_numbers_learns_none():
    """No published result fits one number of a hidden sector alone."""
    fitting = {}
    for academia, business in product(range(8), repeat=2):
        crowd = [
            (academia, "academia", (1, 1), (0, 3)),
            (business, "business", (1, 1), (0, 3)),
        ]
        told = str(snapshots_of([group for group in crowd if group[0]]))
        fitting.setdefault(told, set()).add((academia, business))
    alone = [pair for pairs in fitting.values() for pair in pairs if len(pairs) == 1]
    assert not any(0 < number < 5 for pair in alone for number in pair)
