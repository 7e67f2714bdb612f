"""Opinion groups in the plane."""

import numpy as np
import pytest

from agreement.charts.plane import GRID, SIZE, plane


@pytest.fixture
def groups():
    """Three groups of people about three points, and some in none."""
    generator = np.random.default_rng(0)
    labels = np.repeat([0, 1, 2, -1], [60, 40, 20, 10])
    centres = np.array([[0, 0], [9, 0], [0, 9], [50, 50]])
    return centres[labels] + generator.normal(size=(130, 2)) * [2, 0.5], labels


def test_groups_lie_where_their_people_are(groups):
    first, right, above = plane(*groups, [60, 40, 20])
    assert right.x > first.x
    assert above.y < first.y
    assert (first.name, first.people) == ("A", 60)
    assert all(0 < cloud.x < SIZE and 0 < cloud.y < SIZE for cloud in (first, right, above))


def test_an_ellipse_is_longest_where_people_differ_most(groups):
    for cloud in plane(*groups, [60, 40, 20]):
        assert cloud.long > 2 * cloud.short
        assert abs(cloud.angle) % 180 in {0, GRID, 180 - GRID}


def test_one_person_who_leaves_moves_next_to_nothing(groups):
    points, labels = groups
    before = plane(points, labels, [60, 40, 20])
    after = plane(points[1:], labels[1:], [60, 40, 20])
    for one, other in zip(before, after, strict=True):
        for length in ("x", "y", "long", "short", "angle"):
            assert abs(getattr(one, length) - getattr(other, length)) in {0, GRID}


def test_people_all_in_one_place_are_a_small_circle():
    (cloud,) = plane(np.zeros((12, 2)), np.zeros(12, int), [12])
    assert (cloud.long, cloud.short) == (GRID, GRID)


def test_shapes_and_sizes_are_read_out(draw, groups):
    svg, html = draw("plane", clouds=plane(*groups, [60, 40, 20]))
    assert svg("desc")[0].text == "Group A: 60 people; Group B: 40 people; Group C: 20 people."
    assert len(svg("ellipse")) == 3
    assert [cell.text for cell in html("td")] == ["60", "40", "20"]
