from dataclasses import dataclass
from math import sqrt

from .bar import Bar, bar

APART = 1.5
EDGE = 14
BELOW = 56


@dataclass(frozen=True)
class Room:
    """How much room a window leaves for a map: from 0 to 100% it is at least `span` long, and its
    dots have radii from `smallest`, which still holds R12, to `largest`. In CSS pixels, as are all
    lengths here."""

    name: str
    span: float
    smallest: float
    largest: float


NARROW = Room("narrow", span=225, smallest=12, largest=15)  # from 320 pixels
WIDE = Room("wide", span=540, smallest=14, largest=20)  # from 640 pixels


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
    y: float
    radius: float

    @property
    def share(self):
        """The percentage that agrees: how far to the right it is."""
        return self.bar.segments[0].width

    @property
    def words(self):
        return f"{self.spot.reference} {self.spot.claim} {self.bar.words}"


@dataclass(frozen=True)
class StatementMap:
    """All statements by their share of agreement, none upon another however wide the window is, if
    it is as wide as `room` says. Its axis lies at `axis`."""

    room: Room
    dots: list[Dot]
    axis: float

    ticks = (0, 25, 50, 75, 100)

    @property
    def height(self):
        return self.axis + BELOW


def statement_maps(spots):
    """A `StatementMap` for each `Room`, with all spots that somebody has answered: the more people,
    the larger. None if nobody has answered any."""
    bars = [(spot, bar(spot.numbers)) for spot in spots]
    shown = sorted(
        ((spot, drawn) for spot, drawn in bars if drawn),
        key=lambda pair: pair[1].segments[0].width,
    )
    return [_placed(shown, room) for room in (NARROW, WIDE)] if shown else []


def _placed(shown, room):
    most = max(drawn.people for _, drawn in shown)
    placed = []
    for _, drawn in shown:
        radius = room.smallest + (room.largest - room.smallest) * sqrt(drawn.people / most)
        x = drawn.segments[0].width * room.span / 100
        placed.append((x, _free_height(x, radius, placed), radius))
    reach = max(abs(y) + radius for _, y, radius in placed)
    dots = [
        Dot(spot, drawn, round(reach + EDGE + y, 1), round(radius, 1))
        for (spot, drawn), (_, y, radius) in zip(shown, placed, strict=True)
    ]
    return StatementMap(room, dots, round(2 * (reach + EDGE), 1))


def _free_height(x, radius, placed):
    """The height nearest to the middle at which a circle touches none of those placed."""
    near = [
        (other_x, y, radius + other + APART)
        for other_x, y, other in placed
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
