from dataclasses import dataclass

from .bar import Bar, bar


@dataclass(frozen=True)
class Row:
    """A sector, an opinion group or several sectors together, and how its people answered."""

    name: str
    bar: Bar


def rows(table, names, together):
    """The `Row` of each row shown of a published `Table`, in the order of {key: name}, and last the
    rows told together, called `together`."""
    found = [(name, table.rows[key]) for key, name in names.items() if key in table.rows]
    bars = ((name, bar(numbers)) for name, numbers in [*found, (together, table.others)])
    return [Row(name, drawn) for name, drawn in bars if drawn]


def not_shown(table, names):
    """The names of rows told together or not counted: it must never be said which are small."""
    return [name for key, name in names.items() if key not in table.rows]
