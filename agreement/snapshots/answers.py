from dataclasses import dataclass

import numpy as np

from agreement.analysis.votes import UNANSWERED, rows_by_statement, tally_by
from proposals.models import Stance, Statement


@dataclass(frozen=True)
class Answers:
    """What everybody who counts says to the statements of one proposal as they read now: `answers`
    is int8, people × statements, in the order of the people's ids; `sectors` has one for each
    person, "" for who gave none."""

    statements: list[Statement]
    sectors: np.ndarray
    answers: np.ndarray

    @property
    def given(self):
        """How many answers there are."""
        return int((self.answers != UNANSWERED).sum())

    @property
    def left_out(self):
        """No statement is left out: one that is taken out of the proposal is not read."""
        return np.zeros(len(self.statements), bool)

    def numbers_by(self, labels):
        """{label: (agree, unsure, disagree)} of the people with each label, for each statement."""
        counted = tally_by(self.answers, labels, sorted(set(labels.tolist())))
        return rows_by_statement(counted) or [{} for _ in self.statements]


def read_answers(proposal):
    """The `Answers` to a proposal: two queries, and one byte in memory for each possible answer."""
    statements = list(Statement.objects.live().filter(proposal=proposal).order_by("order"))
    column_of = {statement.pk: column for column, statement in enumerate(statements)}
    stances = Stance.objects.counted().filter(statement__in=statements)
    cells, sectors = bytearray(), []
    for _, sector, given in stances.by_person():
        row = np.full(len(statements), UNANSWERED, np.int8)
        row[[column_of[statement] for statement in given]] = list(given.values())
        cells += row.tobytes()
        sectors.append(sector)
    answers = np.frombuffer(cells, np.int8).reshape(len(sectors), len(statements))
    return Answers(statements, np.array(sectors, str), answers)


def people_by(labels):
    """How many people have each label, as if all agreed to take part: {label: (people, 0, 0)}."""
    names, numbers = np.unique(labels, return_counts=True)
    return {str(name): (int(number), 0, 0) for name, number in zip(names, numbers, strict=True)}
