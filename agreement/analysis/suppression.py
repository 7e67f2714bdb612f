"""What may be published of the answers to one statement, so that nothing about fewer than five
people can be read off or worked out by adding and subtracting all that was ever published.

The rule is about people: every set of people whose answers are published, or follow from what is,
has at least THRESHOLD members. How such a set answered is told in full: "1 of 9 disagrees" does not
say who, as long as none of the nine can be subtracted. From this follows all the rest:

- A row (a sector, an opinion group) appears when THRESHOLD people have answered, and its numbers
  move on when at least as many have changed something since any earlier numbers of it.
- Smaller rows are told together, as one row that keeps the same rule. A row leaves it only with all
  others being safe without it. Where all of them together are too few, they are not counted at all.
- Totals are sums of what is shown, never more: so subtracting rows from them gives nothing away, in
  one release or between several. They lag behind by fewer than THRESHOLD people in each row.
- A table of opinion groups is of the same people in other rows; it waits while its sum differs from
  that of sectors by fewer than THRESHOLD people. How many of a sector are in a group stays open by
  at least THRESHOLD, by Fréchet's bounds.

Sources: L. Willenborg and T. de Waal (2001), Elements of Statistical Disclosure Control, on
threshold rules and complementary suppression; M. Fréchet (1951), Sur les tableaux de corrélation
dont les marges sont données, Annales de l'Université de Lyon A 14, 53-77.
"""

from dataclasses import dataclass
from itertools import chain, combinations

THRESHOLD = 5
NOBODY = (0, 0, 0)  # agree, are unsure, disagree


@dataclass(frozen=True)
class Table:
    """Published numbers of people who agree, are unsure and disagree: of each row shown, {row:
    numbers}, and of all smaller rows together, `others`: NOBODY where they are not counted."""

    rows: dict
    others: tuple[int, int, int] = NOBODY

    @property
    def total(self):
        return _sum(self.others, *self.rows.values())


@dataclass(frozen=True)
class Release:
    """What is published of one statement at one time; `groups` is None where it has to wait."""

    sectors: Table
    groups: Table | None = None


def release(sectors, groups=None, earlier=(), threshold=THRESHOLD):
    """The `Release` to follow the `earlier` ones of the same statement, oldest first. `sectors` and
    `groups` are true numbers, {row: (agree, unsure, disagree)}, of the same people; a row of groups
    is for people in none, and a group keeps its name from one release to the next."""
    known = [before.groups for before in earlier if before.groups]
    table = next_table(sectors, [before.sectors for before in earlier], threshold)
    if not _apart(table, known, threshold):
        table = earlier[-1].sectors
    if not groups:
        return Release(table)
    grouped = next_table(groups, known, threshold)
    if _apart(grouped, [table, *(before.sectors for before in earlier)], threshold):
        return Release(table, grouped)
    return Release(table, known[-1] if known else None)


def next_table(counts, earlier=(), threshold=THRESHOLD):
    """The `Table` of {row: numbers} to follow the `earlier` ones: equal to the last one where
    nothing may move yet."""
    last = earlier[-1] if earlier else Table({})
    rows = {
        row: moved_on(
            counts.get(row, NOBODY),
            [table.rows[row] for table in earlier if row in table.rows],
            threshold,
        )
        for row in last.rows
    }
    small = {row: numbers for row, numbers in counts.items() if row not in rows}
    large = {row: numbers for row, numbers in small.items() if sum(numbers) >= threshold}
    remaining = [numbers for row, numbers in small.items() if row not in large]
    together = _counted([*small.values()], threshold)
    ways = (
        Table(rows | large, _counted(remaining, threshold)),
        Table(rows, last.others if together == NOBODY else together),
        Table(rows, last.others),
    )
    return next((table for table in ways if _others_safe(table, earlier, threshold)), last)


def moved_on(now, earlier=(), threshold=THRESHOLD):
    """The numbers of one set of people to publish: those of `now` where they may follow nothing at
    all and every one of the `earlier`, otherwise the last ones again (none at all: zeros)."""
    nobody = (0,) * len(now)
    if all(may_follow(numbers, now, threshold) for numbers in (nobody, *earlier)):
        return now
    return earlier[-1] if earlier else nobody


def may_follow(before, now, threshold=THRESHOLD):
    """Whether the difference of two published numbers of people, by answer, gives nothing away:
    there is none, or at least `threshold` people changed something.

    One person's coming, going or change of mind adds at most one to one answer and takes at most
    one from another: so at least as many people changed as were added, or taken, in all.
    """
    changes = [new - old for old, new in zip(before, now, strict=True)]
    added = sum(change for change in changes if change > 0)
    people = max(added, added - sum(changes))
    return people == 0 or people >= threshold


def _others_safe(table, earlier, threshold):
    """Whether rows that were once told together can't be told apart by subtracting those that left:
    any of them, since who subtracts may guess which rows had been empty."""
    return all(
        may_follow(before.others, _sum(*parts), threshold)
        for before in earlier
        if before.others != NOBODY
        for parts in _choices([table.others, *_left(table, before)])
    )


def _left(table, before):
    return [numbers for row, numbers in table.rows.items() if row not in before.rows]


def _choices(parts):
    return chain.from_iterable(combinations(parts, size) for size in range(1, len(parts) + 1))


def _apart(table, others, threshold):
    return all(may_follow(other.total, table.total, threshold) for other in others)


def _counted(rows, threshold):
    """The numbers of rows told together, or NOBODY if they are too few, or so many that each row
    must be as large as a row not shown can be."""
    together = _sum(*rows)
    told = sum(together) >= threshold and sum(together) != (threshold - 1) * len(rows)
    return together if told else NOBODY


def _sum(*rows):
    return tuple(map(sum, zip(NOBODY, *rows, strict=True)))
