"""The map of all statements."""

from itertools import combinations
from math import hypot

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from agreement.charts.statement_map import Spot, statement_map


def spots(*numbers):
    return [
        Spot(f"R{at}", "risk", f"Claim {at}", f"/proposals/one/statements/R{at}/", each)
        for at, each in enumerate(numbers, 1)
    ]


answered = st.tuples(*[st.integers(0, 40)] * 3)


@settings(deadline=None)
@given(st.lists(answered, max_size=40))
def test_no_dot_lies_upon_another_or_beyond_the_edge(numbers):
    drawn = statement_map(spots(*numbers))
    for one, other in combinations(drawn.dots, 2):
        assert hypot(one.x - other.x, one.y - other.y) >= one.radius + other.radius
    for dot in drawn.dots:
        assert dot.radius <= dot.y <= drawn.axis - dot.radius
        assert 0 < dot.x - dot.radius < dot.x + dot.radius < 900


def test_dots_go_from_rejected_to_agreed():
    drawn = statement_map(spots((10, 0, 0), (0, 0, 10), (5, 0, 5)))
    assert [(dot.spot.reference, dot.x) for dot in drawn.dots] == [
        ("R2", 60),
        ("R3", 450),
        ("R1", 840),
    ]


def test_more_people_make_a_larger_dot():
    small, large = statement_map(spots((1, 0, 9), (90, 0, 10))).dots
    assert small.radius < large.radius


def test_a_statement_that_nobody_is_shown_for_is_not_on_the_map():
    assert statement_map(spots((0, 0, 0))).dots == []


@pytest.fixture
def chart(draw):
    return draw("map", map=statement_map(spots((31, 4, 3), (2, 1, 9))))


def test_each_dot_is_a_link_with_its_numbers(chart):
    svg, _ = chart
    links = [(link.get("href"), link.get("aria-label")) for link in svg("a")]
    assert links == [
        (
            "/proposals/one/statements/R2/",
            "R2 Claim 2 17% agree, 8% unsure, 75% disagree; 12 people",
        ),
        (
            "/proposals/one/statements/R1/",
            "R1 Claim 1 82% agree, 10% unsure, 8% disagree; 38 people",
        ),
    ]


def test_it_leads_to_the_same_as_a_table(chart):
    _, html = chart
    assert [link.get("href") for link in html("a")] == ["#table"]


def test_map_says_what_it_is(chart):
    svg, _ = chart
    assert svg("title")[0].text == "Statements by share of agreement"
    assert "2 statements" in svg("desc")[0].text
