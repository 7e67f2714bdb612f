"""The map of all statements."""

from itertools import combinations
from math import hypot

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from agreement.charts.statement_map import Spot, statement_maps


def spots(*numbers):
    return [
        Spot(f"R{at}", "risk", f"Claim {at}", f"/proposals/one/statements/R{at}/", each)
        for at, each in enumerate(numbers, 1)
    ]


answered = st.tuples(*[st.integers(0, 40)] * 3)


@settings(deadline=None)
@given(st.lists(answered, max_size=40))
def test_no_dot_lies_upon_another_or_beyond_the_edge_in_the_narrowest_window(numbers):
    for drawn in statement_maps(spots(*numbers)):
        pixels = drawn.room.span / 100
        for one, other in combinations(drawn.dots, 2):
            apart = hypot((one.share - other.share) * pixels, one.y - other.y)
            assert apart >= one.radius + other.radius
        for dot in drawn.dots:
            assert dot.radius <= dot.y <= drawn.axis - dot.radius


@given(st.lists(answered, min_size=1, max_size=9))
def test_every_dot_is_large_enough_for_a_finger(numbers):
    for drawn in statement_maps(spots(*numbers)):
        assert all(2 * dot.radius >= 24 for dot in drawn.dots)


def test_dots_go_from_rejected_to_agreed():
    for drawn in statement_maps(spots((10, 0, 0), (0, 0, 10), (5, 0, 5))):
        assert [(dot.spot.reference, dot.share) for dot in drawn.dots] == [
            ("R2", 0),
            ("R3", 50),
            ("R1", 100),
        ]


def test_more_people_make_a_larger_dot():
    for drawn in statement_maps(spots((1, 0, 9), (90, 0, 10))):
        small, large = drawn.dots
        assert small.radius < large.radius


def test_a_statement_that_nobody_is_shown_for_is_not_on_the_map():
    assert statement_maps(spots((0, 0, 0))) == []
    for drawn in statement_maps(spots((0, 0, 0), (1, 0, 9))):
        assert [dot.spot.reference for dot in drawn.dots] == ["R2"]


@pytest.fixture
def chart(draw):
    return draw("map", maps=statement_maps(spots((31, 4, 3), (2, 1, 9))))


def test_each_dot_is_a_link_with_its_numbers(chart):
    svg, _ = chart
    links = [(link.get("href"), link.get("aria-label")) for link in svg("a")]
    narrow, wide = links[:2], links[2:]
    assert narrow == wide
    assert wide == [
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
