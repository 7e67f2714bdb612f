from dataclasses import dataclass
from functools import cached_property

from agreement.analysis.suppression import Table
from agreement.charts.bar import bar
from agreement.charts.rows import not_shown, rows
from agreement.snapshots.tables import as_table
from agreement.words import SECTORS, SMALLER_SECTORS, name_of, reason_for


@dataclass(frozen=True)
class Found:
    """What the answers to one statement showed: an entry of a result, or what its row holds."""

    kept: dict

    @property
    def standing(self):
        return self.kept["standing"]

    @property
    def words(self):
        return name_of(self.standing)

    @property
    def reason(self):
        return reason_for(self.standing)

    @cached_property
    def table(self) -> Table:
        return as_table(self.kept["sectors"])

    @cached_property
    def bar(self):
        """All people shown; None where nobody is."""
        return bar(self.table.total)

    @cached_property
    def sectors(self):
        return rows(self.table, SECTORS, SMALLER_SECTORS)

    @property
    def not_shown(self):
        """The sectors not told one by one."""
        return not_shown(self.table, {name: SECTORS[name] for name in SECTORS if name})

    def bar_of(self, sector):
        """How the people of one sector answered, None where they are not shown."""
        return bar(self.table.rows.get(sector, (0, 0, 0)))

    @property
    def apart(self):
        """The two sectors that are most divided, as [(name, percent who agree)]; none if none."""
        widest = next(iter(self.kept["divided"]), ())
        return [(SECTORS[name], self.bar_of(name).percents["agree"]) for name in widest]

    @property
    def gap(self):
        """Points between those two sectors."""
        percents = [percent for _, percent in self.apart]
        return max(percents) - min(percents) if percents else 0
