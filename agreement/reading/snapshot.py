from dataclasses import dataclass
from functools import cached_property

from agreement.charts.plane import Cloud
from agreement.charts.rows import rows
from agreement.charts.statement_map import Spot, statement_maps
from agreement.snapshots.tables import as_table
from agreement.words import NO_GROUP

from .found import Found
from .glance import glance


@dataclass(frozen=True)
class CountedStatement:
    """A statement in the words in which it was counted. `row` is the statement as it is now, None
    if it was taken out."""

    entry: dict
    proposal_url: str
    row: object = None

    @cached_property
    def found(self):
        return Found(self.entry)

    @property
    def reference(self):
        return self.entry["reference"]

    @property
    def kind(self):
        return self.entry["kind"]

    @property
    def claim(self):
        return self.entry["claim"]

    @property
    def url(self):
        return f"{self.proposal_url}statements/{self.reference}/"

    @property
    def is_reworded(self):
        return bool(self.row) and self.row.wording_hash != self.entry["wording_hash"]

    @property
    def standing(self):
        """What editors set, None if nothing."""
        return self.row and self.row.current_standing

    @property
    def groups(self):
        """How each opinion group answered; empty where that is not told."""
        kept = self.entry["groups"]
        if not kept:
            return []
        names = {letter: f"Group {letter}" for letter in sorted(kept["rows"]) if letter}
        return rows(as_table(kept), {**names, "": NO_GROUP}, "Smaller groups together")

    @property
    def spot(self):
        return Spot(self.reference, self.kind, self.claim, self.url, self.found.table.total)


class ReadSnapshot:
    """A snapshot of one proposal, to be read beside the proposal as it is now."""

    def __init__(self, snapshot, proposal):
        self.snapshot = snapshot
        self.result = snapshot.result
        now = {read.reference: read.row for read in proposal.reading.statements if read.row}
        self.statements = [
            CountedStatement(entry, proposal.url, now.get(entry["reference"]))
            for entry in self.result["statements"]
        ]

    @property
    def people(self):
        return people_in(self.result["people"]["sectors"])

    @property
    def glance(self):
        return glance(statement.found for statement in self.statements)

    @property
    def maps(self):
        return statement_maps(statement.spot for statement in self.statements)

    @property
    def groups(self):
        """The opinion groups as they are told; `reasons` where they don't hold."""
        return self.result["groups"]

    @property
    def clouds(self):
        return [Cloud(**cloud) for cloud in self.groups.get("clouds", ())]

    def named(self, reference):
        return next(read for read in self.statements if read.reference == reference)

    @property
    def marks(self):
        """What marks each group: [(letter, people, [(statement, answer, percent, percent of the
        others)])]."""
        return [
            (letter, self.groups["sizes"][letter], [self._mark(mark) for mark in marks])
            for letter, marks in self.groups.get("marks", {}).items()
        ]

    def _mark(self, mark):
        shares = (round(100 * mark[name]) for name in ("share", "elsewhere"))
        return (self.named(mark["reference"]), mark["answer"], *shares)

    @property
    def uniting(self):
        """What unites all groups: {"agree": [statement], "disagree": [statement]}."""
        return {
            answer: [self.named(reference) for reference in references]
            for answer, references in self.groups.get("uniting", {}).items()
        }


def people_in(kept):
    """How many people a published table of those who took part has."""
    return sum(as_table(kept).total)
