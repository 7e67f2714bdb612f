"""The statements of one proposal with what one person says to each."""

from dataclasses import dataclass
from functools import cached_property

from django.db.models import Count
from django.http import Http404

from proposals.models import Answer, ProposalPage, Stance

from .order import shuffled
from .respondent import Respondent


@dataclass
class Sheet:
    """One person's answers to the statements of `proposal` as they read now."""

    proposal: ProposalPage
    respondent: Respondent
    answers = tuple(Answer)

    @cached_property
    def sections(self):
        """The statements by kind as they are read, each with its answer `given` or None."""
        mine = self.respondent.stances.of_current_wording()
        given = dict(
            mine.filter(statement__proposal=self.proposal).values_list("statement", "answer")
        )
        for read in self.proposal.reading.statements:
            if read.row:
                read.given = Answer(given[read.row.pk]) if read.row.pk in given else None
        return self.proposal.reading.sections

    @cached_property
    def statements(self):
        return [read for section in self.sections for read in section.statements if read.row]

    @property
    def answered(self):
        return sum(read.given is not None for read in self.statements)

    @property
    def unanswered(self):
        return [read for read in self.statements if read.given is None]

    def row(self, reference):
        """The statement of that reference, as its row, without reading all others. Raises Http404
        for what can't be answered."""
        row = self.proposal.published_statements.filter(retired_at=None).named(reference)
        if not row:
            raise Http404("No such statement.")
        return row

    def read(self, row):
        """The statement of that row as it is read."""
        return next(read for read in self.statements if read.row == row)

    def next(self, skipped=()):
        """The statement to ask about, leaving out those of the references `skipped`; None when
        there is none left."""
        asked = {read.row: read for read in self.unanswered if read.reference not in skipped}
        if not asked:
            return None
        numbers = Stance.objects.counted().filter(statement__in=asked).values_list("statement")
        counts = dict(numbers.annotate(Count("pk")))
        return asked[shuffled(asked, counts, self.respondent.seed)[0]]
