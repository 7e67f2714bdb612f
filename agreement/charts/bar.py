from dataclasses import dataclass

from ..analysis.intervals import wilson

ANSWERS = ("agree", "unsure", "disagree")


@dataclass(frozen=True)
class Segment:
    """One answer's part of a bar: from `x`, `width` wide, both of 100."""

    answer: str
    x: float
    width: float
    percent: int


@dataclass(frozen=True)
class Bar:
    """How some people answered a statement. `lower` and `upper` are the ends of the 95% interval of
    those who agree, of 100."""

    segments: list[Segment]
    people: int
    lower: float
    upper: float

    @property
    def span(self):
        return round(self.upper - self.lower, 2)

    @property
    def interval(self):
        return f"{self.lower:.0f} to {self.upper:.0f}%"

    @property
    def percents(self):
        return {segment.answer: segment.percent for segment in self.segments}

    @property
    def words(self):
        said = ", ".join(f"{percent}% {answer}" for answer, percent in self.percents.items())
        return f"{said}; {self.people} people"


def bar(numbers):
    """The `Bar` of (agree, unsure, disagree), or None where nobody is shown."""
    people = sum(numbers)
    if not people:
        return None
    starts = [sum(numbers[:at]) for at in range(3)]
    segments = [
        Segment(answer, *(round(100 * part / people, 2) for part in (start, number)), percent)
        for answer, start, number, percent in zip(
            ANSWERS, starts, numbers, whole_percents(numbers), strict=True
        )
    ]
    lower, upper = (round(100 * float(end), 2) for end in wilson(numbers[0], people))
    return Bar(segments, people, lower, upper)


def whole_percents(numbers):
    """Shares in whole percents that add up to 100: the largest remainders are rounded up."""
    total = sum(numbers)
    percents = [100 * number // total for number in numbers]
    by_remainder = sorted(range(len(numbers)), key=lambda at: -(100 * numbers[at] % total))
    for at in by_remainder[: 100 - sum(percents)]:
        percents[at] += 1
    return percents
