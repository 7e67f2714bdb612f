"""The bar of one statement."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agreement.charts.bar import bar, whole_percents

numbers = st.tuples(*[st.integers(0, 500)] * 3).filter(sum)


@pytest.mark.parametrize(
    ("counted", "percents"),
    [((1, 1, 1), [34, 33, 33]), ((31, 4, 3), [82, 10, 8]), ((0, 0, 7), [0, 0, 100])],
)
def test_percents_are_whole(counted, percents):
    assert whole_percents(counted) == percents


@given(numbers)
def test_percents_add_up_and_are_less_than_one_off(counted):
    percents = whole_percents(counted)
    assert sum(percents) == 100
    for percent, number in zip(percents, counted, strict=True):
        assert abs(percent - 100 * number / sum(counted)) < 1


@given(numbers)
def test_segments_fill_the_bar_from_left_to_right(counted):
    drawn = bar(counted)
    end = 0
    for segment in drawn.segments:
        assert segment.x == pytest.approx(end, abs=0.02)
        end = segment.x + segment.width
    assert end == pytest.approx(100, abs=0.02)
    assert 0 <= drawn.lower <= drawn.segments[0].width + 0.01
    assert drawn.segments[0].width - 0.01 <= drawn.upper <= 100


def test_nobody_has_no_bar():
    assert bar((0, 0, 0)) is None


def test_bar_is_read_out(draw):
    svg, _ = draw("bar", bar=bar((20, 6, 38)))
    assert [title.text for title in svg("title")] == [
        "31% agree, 10% unsure, 59% disagree; 64 people"
    ]
    assert "21 to 43% agree" in svg("desc")[0].text
    assert svg("svg")[0].get("role") == "img"


def test_answers_differ_by_shape_and_not_only_by_colour(draw):
    svg, _ = draw("bar", bar=bar((20, 6, 38)))
    agree, unsure, disagree, _ = svg("rect")
    assert float(unsure.get("height")) < float(agree.get("height")) / 2
    assert float(agree.get("x")) == 0
    assert float(disagree.get("x")) + float(disagree.get("width")) == pytest.approx(100, abs=0.02)


def test_numbers_stand_beside_the_bar(draw):
    _, html = draw("statement", bar=bar((20, 6, 38)))
    assert [span.text for span in html("span")] == [
        "31% agree",
        "10% unsure",
        "59% disagree",
        "64 people",
    ]
