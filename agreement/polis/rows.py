"""Rows of a CSV file by somebody else, who may have given us anything."""

import csv
from pathlib import Path

MOST_BYTES = 100_000_000


class BadFile(Exception):
    """What is wrong with a file, in words for whoever gave it to us: the first row has number 1."""

    def __init__(self, path, row, problem):
        super().__init__(f"{Path(path).name}, row {row}: {problem}")


def read_rows(path, needed):
    """(number, cells) of each row, the head first: `needed` columns must be in it, none twice, and
    every row must be as long. Raises BadFile for anything else, OSError for what can't be read."""
    if Path(path).stat().st_size > MOST_BYTES:
        raise BadFile(path, 1, f"the file is larger than the {MOST_BYTES:,} bytes that are read.")
    number = 0
    with Path(path).open(encoding="utf-8-sig", newline="") as file:
        rows = enumerate(csv.reader(file), 1)
        try:
            number, head = next(rows, (1, []))
            _check_head(path, head, needed)
            yield number, head
            for number, cells in rows:
                if len(cells) != len(head):
                    raise BadFile(
                        path, number, f"it has {len(cells)} cells, the head has {len(head)}."
                    )
                yield number, cells
        except UnicodeDecodeError:
            raise BadFile(path, number + 1, "this is not text in UTF-8.") from None
        except csv.Error as error:
            raise BadFile(path, number + 1, f"this is not CSV: {error}.") from None


def _check_head(path, head, needed):
    for column in needed:
        if column not in head:
            raise BadFile(path, 1, f"there is no column {column!r}.")
    twice = next((column for column in head if head.count(column) > 1), None)
    if twice is not None:
        raise BadFile(path, 1, f"two columns are called {shown(twice)}.")


def shown(value):
    """A cell as a message may show it: short, and without signs that do something."""
    return repr(value if len(value) <= 30 else f"{value[:30]}…")
