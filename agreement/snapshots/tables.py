"""Published tables as JSON and back."""

from agreement.analysis.intervals import wilson
from agreement.analysis.suppression import Release, Table


def as_json(table):
    """{"rows": {name: [agree, unsure, disagree]}, "others": the same of all smaller rows together,
    "intervals": {name: [lower, upper]} of the share that agrees, "all" for all}."""
    shown = [(name, numbers) for name, numbers in table.rows.items() if any(numbers)]
    return {
        "rows": {name: list(numbers) for name, numbers in table.rows.items()},
        "others": list(table.others),
        "intervals": {name: interval(numbers) for name, numbers in [*shown, ("all", table.total)]},
    }


def interval(numbers):
    """The ends of the 95% interval of the share that agrees."""
    return [round(float(end), 4) for end in wilson(numbers[0], sum(numbers))]


def as_table(kept):
    rows = {name: tuple(numbers) for name, numbers in kept["rows"].items()}
    return Table(rows, tuple(kept["others"]))


def as_release(kept):
    """The `Release` of what was kept as {"sectors": a table, "groups": a table or None}."""
    return Release(as_table(kept["sectors"]), as_table(kept["groups"]) if kept["groups"] else None)


def released(release):
    """The reverse."""
    groups = as_json(release.groups) if release.groups else None
    return {"sectors": as_json(release.sectors), "groups": groups}
