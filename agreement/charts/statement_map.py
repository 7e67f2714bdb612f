from dataclasses import dataclass
from math import sqrt

from .bar import Bar, bar

LEFT, RIGHT = 60, 840  # where 0% and 100% are, of 900
SMALLEST, LARGEST = 12, 18  # the smallest still holds R12
APART = 1.5
EDGE = 14
BELOW = 40


@dataclass(frozen=True)
class Spot:
    """A statement that wants a place on the map: `numbers` are (agree, unsure, disagree)."""

    reference: str
    kind: str
    claim: str
    url: str
    numbers: tuple[int, int, int]


@dataclass(frozen=True)
class Dot:
    """A statement on the map."""

    spot: Spot
    bar: Bar
    x: float
    y: float
    radius: float

    @property
    def words(self):
        return f"{self.spot.reference} {self.spot.claim} {self.bar.words}"


@dataclass(frozen=True)
class StatementMap:
    """All statements by their share of agreement, none upon another. Lengths are those of the SVG,
    900 wide and `height` high, its axis at `axis`."""

    dots: list[Dot]
    axis: float

    @property
    def height(self):
        return self.axis + BELOW

    @property
    def ticks(self):
        return [
            (LEFT + share * (RIGHT - LEFT) / 100, f"{share}%") for share in (0, 25, 50, 75, 100)
        ]


def statement_map(spots):
    """The `StatementMap` of all spots that somebody has answered: the more people, the larger."""
    bars = [(spot, bar(spot.numbers)) for spot in spots]
    shown = [(spot, drawn) for spot, drawn in bars if drawn]
    most = max((drawn.people for _, drawn in shown), default=1)
    placed = []
    for spot, drawn in sorted(shown, key=lambda pair: pair[1].segments[0].width):
        radius = SMALLEST + (LARGEST - SMALLEST) * sqrt(drawn.people / most)
        x = LEFT + drawn.segments[0].width * (RIGHT - LEFT) / 100
        placed.append((spot, drawn, x, _free_height(x, radius, placed), radius))
    reach = max((abs(y) + radius for *_, y, radius in placed), default=LARGEST)
    dots = [
        Dot(spot, drawn, round(x, 1), round(reach + EDGE + y, 1), round(radius, 1))
        for spot, drawn, x, y, radius in placed
    ]
    return StatementMap(dots, round(2 * (reach + EDGE), 1))


def _free_height(x, radius, placed):
    """The height nearest to the middle at which a circle touches none of those placed."""
    near = [
        (other_x, y, radius + other + APART)
        for *_, other_x, y, other in placed
        if abs(other_x - x) < radius + other + APART
    ]
    touching = [
        y + side * sqrt(distance**2 - (other_x - x) ** 2)
        for other_x, y, distance in near
        for side in (-1, 1)
    ]
    return next(
        height
        for height in sorted([0, *touching], key=abs)
        if all(
            (other_x - x) ** 2 + (y - height) ** 2 > distance**2 - 0.01
            for other_x, y, distance in near
        )
    )
