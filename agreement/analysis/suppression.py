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

from dataclasses import dataclass, field
from itertools import pairwise

THRESHOLD = 5
NOBODY = (0, 0, 0)  # agree, are unsure, disagree


@dataclass(frozen=True)
class Table:
    """Numbers of people who agree, are unsure and disagree: `rows`, {row: numbers}, are published
    one by one, those of `together` only as their sum, `others`. Rows in neither are not counted."""

    rows: dict
    together: dict = field(default_factory=dict)

    @property
    def others(self):
        return _sum(*self.together.values())

    @property
    def total(self):
        return _sum(self.others, *self.rows.values())


@dataclass(frozen=True)
class Release:
    """What is published of one statement at one time; `groups` is None where it has to wait."""

    sectors: Table
    groups: Table | None = None


def release(sectors, groups=None, earlier=(), threshold=THRESHOLD):
    """The `Release` to follow all `earlier` ones of the same statement that differ, oldest first.

    `sectors` and `groups` are true numbers, {row: (agree, unsure, disagree)}, of the same people: a
    row of groups is for people in none, and a group keeps its name from one release to the next.
    """
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
    remaining = {row: numbers for row, numbers in small.items() if row not in large}
    ways = (
        Table(rows | large, _told_together(remaining, threshold)),
        Table(rows, _told_together(small, threshold) or last.together),
        Table(rows, last.together),
    )
    known = [table.together for table in earlier if table.together]
    known += [_grown(old, new) for old, new in pairwise(known)]
    return next(
        (table for table in ways if all(_others_safe(table, old, threshold) for old in known)),
        last,
    )


def moved_on(now, earlier=(), threshold=THRESHOLD):
    """The numbers of one set of people to publish: those of `now` where they may follow nothing at
    all, every one of the `earlier`, and what came or went between two of these; otherwise the last
    ones again (none at all: zeros)."""
    nobody = (0,) * len(now)
    came = [_minus(new, old) for old, new in pairwise(earlier)]
    went = [_minus(nobody, numbers) for numbers in came]
    if all(may_follow(numbers, now, threshold) for numbers in (nobody, *earlier, *came, *went)):
        return now
    return earlier[-1] if earlier else nobody


def may_follow(before, now, threshold=THRESHOLD):
    """Whether the difference of two published numbers of people gives nothing away."""
    people = fewest_changed(before, now)
    return people == 0 or people >= threshold


def fewest_changed(before, now):
    """How many people at least changed something between two numbers by answer. One person's
    coming, going or change of mind adds at most one to one answer and takes at most one from
    another: so as many as were added in all, or as were taken."""
    changes = [new - old for old, new in zip(before, now, strict=True)]
    added = sum(change for change in changes if change > 0)
    return max(added, added - sum(changes))


def _others_safe(table, before, threshold):
    """Whether rows once told together can't be told apart by subtracting those that left: all, or
    any of them, since whoever subtracts may guess which rows had been empty. So however one chooses
    among them, nobody or at least `threshold` people must make the difference."""
    left = [row for row in before if row in table.rows]
    stayed = [row for row in before if row not in table.rows]
    choices = [_ways_to_combine(before, table.rows, [row]) for row in left]
    choices.append(_ways_to_combine(before, table.together, stayed))
    differences = {0}
    for choice in choices:
        differences = {
            people + more for people in differences for more in choice if people + more < threshold
        }
    return differences <= {0}


def _ways_to_combine(before, now, rows):
    """How many people make the difference at least if numbers of these rows are subtracted from
    those before, left alone, or added."""
    return [
        sum(
            fewest_changed(before[row], [sign * number for number in now.get(row, NOBODY)])
            for row in rows
        )
        for sign in (1, 0, -1)
    ]


def _grown(old, new):
    """By how much rows told together have grown: this is known, since two sums were told."""
    return {row: _minus(new.get(row, NOBODY), numbers) for row, numbers in old.items()}


def _apart(table, others, threshold):
    return all(may_follow(other.total, table.total, threshold) for other in others)


def _told_together(rows, threshold):
    """The rows if they may be told together, or none where they are too few people, or so many that
    each row must be as large as a row not shown can be."""
    people = sum(map(sum, rows.values()))
    return rows if people >= threshold and people != (threshold - 1) * len(rows) else {}


def _sum(*rows):
    return tuple(map(sum, zip(NOBODY, *rows, strict=True)))


def _minus(numbers, others):
    return tuple(one - other for one, other in zip(numbers, others, strict=True))
