from dataclasses import dataclass
from string import ascii_uppercase

import numpy as np

SIZE = 400
EDGE = 30
REACH = 1.5  # standard deviations: two thirds of a group lie within
GRID = 5  # one person more or less must not be seen to move anything


@dataclass(frozen=True)
class Cloud:
    """An opinion group as an ellipse: nobody in it is drawn. Lengths are those of the SVG, `angle`
    is in degrees."""

    name: str
    people: int
    x: float
    y: float
    long: float
    short: float
    angle: float

    @property
    def words(self):
        return f"Group {self.name}: {self.people} people"


def plane(points, labels, sizes):
    """A `Cloud` for each group by where its people are in the plane (people × 2; `labels` are the
    numbers of their groups, less than 0 for people in none). `sizes` are the published ones."""
    placed = points[labels >= 0]
    low, high = np.percentile(placed, [2, 98], axis=0)
    scale = (SIZE - 2 * EDGE) / ((high - low).max() or 1)
    centred = (points - (low + high) / 2) * scale
    return [_cloud(group, people, centred[labels == group]) for group, people in enumerate(sizes)]


def _cloud(group, people, points):
    (x, y), spread = points.mean(0), np.cov(points.T)
    variances, directions = np.linalg.eigh(spread)
    short, long = (_coarse(REACH * side) for side in np.sqrt(np.maximum(variances, 0)))
    # Down is positive in SVG, up in the plane.
    angle = np.degrees(np.arctan2(-directions[1, 1], directions[0, 1]))
    return Cloud(
        ascii_uppercase[group],
        people,
        _coarse(SIZE / 2 + x),
        _coarse(SIZE / 2 - y),
        max(long, GRID),
        max(short, GRID),
        _coarse(angle),
    )


def _coarse(length):
    return GRID * round(float(length) / GRID)
