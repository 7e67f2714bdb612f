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


def as_table(kept, together=None):
    """The `Table` again. Its smaller rows are one, unless it is said which were told `together`."""
    if together is None:
        together = {"": kept["others"]} if any(kept["others"]) else {}
    rows, together = (
        {name: tuple(numbers) for name, numbers in part.items()}
        for part in (kept["rows"], together)
    )
    return Table(rows, together)


def as_release(kept, withheld):
    """The `Release` again of what `released` and `withheld_of` gave."""
    return Release(
        *(
            as_table(kept[part], withheld[part]) if kept[part] else None
            for part in ("sectors", "groups")
        )
    )


def released(release):
    """What is published of a release: {"sectors": a table, "groups": a table or None}."""
    groups = as_json(release.groups) if release.groups else None
    return {"sectors": as_json(release.sectors), "groups": groups}


def withheld_of(release):
    """What is not, and must be known for the next: the rows told together, one by one."""
    return {
        "sectors": release.sectors.together,
        "groups": release.groups.together if release.groups else {},
    }
