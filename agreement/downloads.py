"""What was published, for other people's programs."""

import csv
from io import StringIO

from core.listings import harmless

from .snapshots.tables import as_table, interval
from .words import NO_GROUP, SECTORS, SMALLER_SECTORS, name_of

HEAD = (
    "reference",
    "kind",
    "statement",
    "found standing",
    "by",
    "row",
    "agree",
    "unsure",
    "disagree",
    "people",
    "lowest share agreeing",
    "highest share agreeing",
)


def as_csv(snapshot):
    """One line for each row shown of each statement: its sectors, opinion groups and all people."""
    text = StringIO()
    writer = csv.writer(text)
    writer.writerow(HEAD)
    for entry in snapshot.result["statements"]:
        about = [entry["reference"], entry["kind"], entry["claim"], name_of(entry["standing"])]
        for by, row, numbers in lines(entry):
            figures = (*numbers, sum(numbers), *interval(numbers))
            writer.writerow([harmless(cell) for cell in (*about, by, row, *figures)])
    return text.getvalue()


def lines(entry):
    """(by what, which row, (agree, unsure, disagree)) of one statement."""
    sectors = as_table(entry["sectors"])
    found = [("everybody shown", "", sectors.total)]
    found += [("sector", SECTORS[name], numbers) for name, numbers in sectors.rows.items()]
    found.append(("sector", SMALLER_SECTORS, sectors.others))
    if entry["groups"]:
        groups = as_table(entry["groups"])
        found += [("opinion group", name or NO_GROUP, row) for name, row in groups.rows.items()]
        found.append(("opinion group", "Smaller groups together", groups.others))
    return [line for line in found if any(line[2])]


def as_data(snapshot):
    """All that a snapshot holds in public."""
    return {
        "proposal": snapshot.proposal.title,
        "number": snapshot.number,
        "taken_at": snapshot.taken_at,
        "parameters": snapshot.parameters,
        "code_version": snapshot.code_version,
        **snapshot.result,
    }
