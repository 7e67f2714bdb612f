from dataclasses import dataclass
from functools import cached_property

from agreement.charts.statement_map import Spot
from proposals.models import ProposalPage, Statement

from .found import Found


@dataclass(frozen=True)
class Entry:
    """A statement in the register. `sector` is the one whose answers are told, "" for all."""

    statement: Statement
    sector: str = ""

    @cached_property
    def found(self):
        return Found(self.statement.found)

    @property
    def proposal(self):
        return self.statement.proposal

    @property
    def standing(self):
        """What editors set, None if nothing."""
        return self.statement.current_standing

    @property
    def bar(self):
        return self.found.bar_of(self.sector) if self.sector else self.found.bar

    @property
    def spot(self):
        own = self.statement
        return Spot(own.reference, own.kind, own.claim, own.own_url, self.found.table.total)


def entries():
    """All statements that were counted in the words in which they read now, as `Entry`s in the
    order of strands and proposals: one query."""
    statements = (
        Statement.objects.live()
        .filter(proposal__in=ProposalPage.objects.published(), found__isnull=False)
        .select_related("proposal__strand", "current_standing")
        .defer("proposal__statements", "proposal__background", "proposal__outcome_note")
        .order_by("proposal__strand__sort_order", "proposal__title", "order")
    )
    return [Entry(statement) for statement in statements if statement.found_now]


def proposals_of(found):
    """The proposals of some entries, each with how many of its statements those are."""
    numbers = {}
    for entry in found:
        numbers[entry.proposal] = numbers.get(entry.proposal, 0) + 1
    return list(numbers.items())


def most_divided(found, number=3):
    """The entries whose sectors are furthest apart, the widest gap first."""
    divided = [entry for entry in found if entry.found.apart]
    return sorted(divided, key=lambda entry: -entry.found.gap)[:number]
