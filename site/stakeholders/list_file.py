"""A list of people, as a CSV file."""

import csv
import io

from core.listings import FORMULA_STARTS
from core.text import clean_line

COLUMNS = (
    "address",
    "name",
    "organisation",
    "sector",
    "strands",
    "frequency",
    "invitations",
    "consent",
)
MOST_ROWS = 5000
NOT_UTF_8 = "This is no CSV file in UTF-8. Save it as “CSV UTF-8” and try again."


class BadFile(ValueError):
    """The file can't be read as a list. The message says why."""


def read(content):
    """The rows of a CSV file, given as bytes: [(number in the file, {column: text})]."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise BadFile(NOT_UTF_8) from error
    lines = csv.DictReader(io.StringIO(text, newline=""), strict=True)
    try:
        names = [clean_line(name).lower() for name in lines.fieldnames or ()]
        if "address" not in names or not set(names) <= set(COLUMNS):
            raise BadFile(f"The first row must name these columns: {', '.join(COLUMNS)}.")
        lines.fieldnames = names
        rows = [(lines.line_num, as_typed(row)) for row in lines]
    except csv.Error as error:
        raise BadFile(f"Row {lines.line_num} can't be read: {error}.") from error
    if len(rows) > MOST_ROWS:
        raise BadFile(f"The file has more than {MOST_ROWS:,} rows. Split it.")
    return rows


def as_typed(row):
    """The cells, without the apostrophe that our exports put before what looks like a formula."""
    cells = {name: clean_line(row.get(name) or "") for name in COLUMNS}
    return {
        name: cell[1:] if cell.startswith("'") and cell[1:].startswith(FORMULA_STARTS) else cell
        for name, cell in cells.items()
    }
