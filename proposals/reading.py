"""A proposal as its reader meets it: statements under their references, sorted by kind, and what
meets what."""

from collections import Counter
from dataclasses import dataclass, field
from functools import cached_property

from discussion.places import key_of

from .kinds import MET_BY_SAFEGUARDS, Kind
from .rows import as_statement, rows_of


@dataclass(eq=False)
class ReadStatement:
    """A statement on the page: the editor's text with its reference.

    `raw` is the text as it is stored. `reference` is what readers cite ("R2"); in a preview a
    statement that was never published has none yet, and `anchor` falls back to the block's id.
    `row` is the published statement.
    """

    kind: Kind
    value: dict
    raw: dict
    block_id: str
    row: object = None
    meets: list = field(default_factory=list)
    met_by: list = field(default_factory=list)

    @cached_property
    def reference(self):
        return self.row.reference if self.row else ""

    @property
    def place_key(self):
        """What comments on it are found by."""
        return key_of(self.row)

    @property
    def anchor(self):
        return self.reference or self.block_id

    @property
    def needs_safeguard(self):
        return self.kind in MET_BY_SAFEGUARDS and not self.met_by

    @property
    def ingredients(self):
        """All that the page's text of it is made of: while they stay, the text is made once."""
        others = [(other.anchor, other.citation) for other in (self.met_by or self.meets)]
        return self.kind, self.anchor, self.raw, others, self.row and self.row.as_read

    @cached_property
    def citation(self):
        """How another statement names this one: by its reference and the claim's first words."""
        words = (self.value["claim"] or "").rstrip(".").split()
        short_claim = " ".join(words) if len(words) <= 8 else " ".join(words[:7]) + "…"
        return f"{self.reference}: {short_claim}" if self.reference else short_claim


@dataclass
class Section:
    kind: Kind
    statements: list

    @property
    def words(self):
        return self.kind.words_for(len(self.statements))


class Reading:
    """All statements of one proposal, from its StreamField and its published rows (one query). They
    are put together when somebody asks for one: where the page's text is kept, nobody does."""

    def __init__(self, proposal):
        self.proposal = proposal
        self.raw = list(proposal.statements.raw_data)
        # A proposal that was never saved can be previewed, but not asked for its rows.
        self.rows = rows_of()(proposal.pk) if proposal.pk else []

    @cached_property
    def numbers(self):
        """How many statements there are of each kind that has some, in the order of reading."""
        found = Counter(block["type"] for block in self.raw)
        return {kind: found[kind] for kind in Kind if found[kind]}

    @cached_property
    def published(self):
        return [as_statement(row, self.proposal) for row in self.rows]

    @cached_property
    def statements(self):
        rows = {(row.block_id, row.kind): row for row in self.published}
        statements = [
            ReadStatement(
                kind=Kind(block.block_type),
                value=block.value,
                raw=raw["value"],
                block_id=block.id,
                row=rows.get((block.id, block.block_type)),
            )
            for block, raw in zip(self.proposal.statements, self.raw, strict=True)
        ]
        pair_safeguards(statements)
        return statements

    @cached_property
    def earlier(self):
        """The rows of statements that were taken out, in the order in which that happened."""
        shown = {statement.reference for statement in self.statements}
        return sorted(
            (row for row in self.published if row.retired_at and row.reference not in shown),
            key=lambda row: (row.retired_at, row.order),
        )

    def named(self, reference):
        """(the statement as it is read, or None if it was taken out; its row), or None."""
        for read in self.statements:
            if read.reference == reference:
                return read, read.row
        return next(((None, row) for row in self.earlier if row.reference == reference), None)

    @property
    def comments(self):
        """How many comments on its statements can be read."""
        rows = [read.row for read in self.statements if read.row]
        return sum(row.comment_count for row in [*rows, *self.earlier])

    def of_kind(self, *kinds):
        return [statement for statement in self.statements if statement.kind in kinds]

    @cached_property
    def sections(self):
        """The statements by kind, in the order of reading, without empty kinds."""
        grouped = (Section(kind, self.of_kind(kind)) for kind in Kind)
        return [section for section in grouped if section.statements]

    @property
    def unmet_risks(self):
        return [risk for risk in self.of_kind(Kind.RISK) if risk.needs_safeguard]

    @property
    def coverage(self):
        """Risks and limitations for the coverage page, those without a safeguard on top."""
        return sorted(self.of_kind(*MET_BY_SAFEGUARDS), key=lambda read: bool(read.met_by))

    @property
    def safeguards(self):
        return self.of_kind(Kind.SAFEGUARD)


def pair_safeguards(statements):
    """Tell each safeguard among `statements` what it meets, and that what it is met by."""
    by_block = {
        statement.block_id: statement
        for statement in statements
        if statement.kind in MET_BY_SAFEGUARDS
    }
    for safeguard in statements:
        if safeguard.kind != Kind.SAFEGUARD:
            continue
        for block_id in safeguard.value["meets"] or []:
            if met := by_block.get(block_id):
                safeguard.meets.append(met)
                met.met_by.append(safeguard)
