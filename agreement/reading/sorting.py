from django.http import Http404

from agreement.words import STANDINGS

ORDER = [standing.value for standing in STANDINGS]


def share(statement, answer):
    """The share of one answer, of 100; below all others where nobody is shown."""
    bar = statement.found.bar
    return bar.percents[answer] if bar else -1


# What the table can be sorted by: its head, and what comes first by it.
SORTS = {
    "statement": ("Statement", None),
    "agree": ("Agree", lambda each: -share(each, "agree")),
    "unsure": ("Unsure", lambda each: -share(each, "unsure")),
    "disagree": ("Disagree", lambda each: -share(each, "disagree")),
    "people": ("People", lambda each: -sum(each.found.table.total)),
    "found": ("Found", lambda each: (ORDER.index(each.found.standing), -each.found.gap)),
}


def sort(statements, by):
    """The statements by one of SORTS, else as they are read. Raises Http404 for another name."""
    if by not in SORTS:
        raise Http404("Statements are not sorted by that.")
    _, key = SORTS[by]
    return sorted(statements, key=key) if key else statements
