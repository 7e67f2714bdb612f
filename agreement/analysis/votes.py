from dataclasses import dataclass

import numpy as np

AGREE, UNSURE, DISAGREE = 1, 0, -1
UNANSWERED = -128  # one byte says it: a mask of its own would double the memory


@dataclass(frozen=True)
class Votes:
    """Who answered what: `answers` is int8, people × statements, each AGREE, UNSURE, DISAGREE or
    UNANSWERED; `people` and `statements` name its rows and columns."""

    people: list[str]
    statements: list[str]
    answers: np.ndarray


@dataclass(frozen=True)
class Tally:
    """How often each statement was answered, and how: three arrays of numbers of people."""

    agree: np.ndarray
    unsure: np.ndarray
    disagree: np.ndarray

    @property
    def votes(self):
        """All answers: who is unsure has answered."""
        return self.agree + self.unsure + self.disagree


def tally(answers):
    """The `Tally` of some people's answers."""
    return Tally(*((answers == answer).sum(0) for answer in (AGREE, UNSURE, DISAGREE)))


def tally_by(answers, labels, names):
    """`tally` of the people with each label: {name: Tally}."""
    return {name: tally(answers[labels == name]) for name in names}


def rows_by_statement(tallies):
    """{name: Tally} as one {name: (agree, unsure, disagree)} for each statement, in numbers that
    Python and databases know."""
    numbers = {
        name: np.stack([counted.agree, counted.unsure, counted.disagree], 1).tolist()
        for name, counted in tallies.items()
    }
    return [
        dict(zip(numbers, map(tuple, rows), strict=True))
        for rows in zip(*numbers.values(), strict=True)
    ]
