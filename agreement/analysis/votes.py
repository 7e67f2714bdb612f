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

    @classmethod
    def from_rows(cls, rows, statements):
        """From (person, statement, answer) in any order; the people are sorted by their id. Who
        answered a statement twice counts by the last row; other statements raise KeyError."""
        rows = list(rows)
        people = sorted({person for person, _, _ in rows})
        row_of = {person: number for number, person in enumerate(people)}
        column_of = {statement: number for number, statement in enumerate(statements)}
        answers = np.full((len(people), len(statements)), UNANSWERED, np.int8)
        for person, statement, answer in rows:
            answers[row_of[person], column_of[statement]] = answer
        return cls(people, list(statements), answers)


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
