from dataclasses import dataclass

import numpy as np

from ..analysis.votes import AGREE, DISAGREE, UNANSWERED, UNSURE, Votes
from .rows import BadFile, read_rows, shown

ABOUT_PEOPLE = {"participant", "group-id", "n-comments", "n-votes", "n-agree", "n-disagree"}
ANSWERS = {"1": AGREE, "0": UNSURE, "-1": DISAGREE, "": UNANSWERED}
TAKEN_OUT = "-1"


@dataclass(frozen=True)
class Export:
    """The votes of a conversation, and the group that a column of it names for each person: None
    for who is in no group, an empty list where no column was asked for."""

    votes: Votes
    labels: list[str | None]


def read_votes(path, label_column=None, known=None, progress=iter):
    """`Export` of a file as Polis names it participants-votes.csv: a row for each person, a column
    for each statement. `known` are the ids that statements may have. People stay in the order of
    the file, which is Polis's own: clusters begin with the first of them. Raises BadFile."""
    needed = ["participant", *([label_column] if label_column else [])]
    rows = read_rows(path, needed)
    _, head = next(rows)
    columns = [at for at, name in enumerate(head) if name not in ABOUT_PEOPLE | {label_column}]
    statements = [head[at] for at in columns]
    _check_statements(path, statements, known)
    person_at = head.index("participant")
    label_at = head.index(label_column) if label_column else None
    found = {}
    for number, cells in progress(rows):
        person = cells[person_at].strip()
        if not person:
            raise BadFile(path, number, "the participant is blank.")
        if person in found:
            raise BadFile(path, number, f"participant {shown(person)} was there before.")
        label = cells[label_at].strip() if label_column else ""
        found[person] = (_answers(path, number, cells, columns, head), label or None)
    if len(found) < 2:
        raise BadFile(path, len(found) + 1, "at least two people must have voted.")
    if label_column and not any(label for _, label in found.values()):
        raise BadFile(path, 1, f"column {shown(label_column)} names no group.")
    votes = Votes(list(found), statements, np.stack([row for row, _ in found.values()]))
    return Export(votes, [label for _, label in found.values()] if label_column else [])


def read_moderation(path):
    """{statement: whether moderators took it out} from a file as Polis names it comments.csv."""
    rows = read_rows(path, ["comment-id", "moderated"])
    _, head = next(rows)
    id_at, moderated_at = head.index("comment-id"), head.index("moderated")
    found = {}
    for number, cells in rows:
        if not cells[id_at].strip():
            raise BadFile(path, number, "the comment-id is blank.")
        found[cells[id_at].strip()] = cells[moderated_at].strip() == TAKEN_OUT
    return found


def _check_statements(path, statements, known):
    for statement in statements:
        if not statement.isdecimal():
            raise BadFile(path, 1, f"column {shown(statement)} is no number of a statement.")
        if known is not None and statement not in known:
            raise BadFile(path, 1, f"statement {shown(statement)} is not among the comments.")
    if len(statements) < 2:
        raise BadFile(path, 1, "there must be at least two statements.")


def _answers(path, number, cells, columns, head):
    try:
        return np.array([ANSWERS[cells[at]] for at in columns], np.int8)
    except KeyError:
        at = next(at for at in columns if cells[at] not in ANSWERS)
        raise BadFile(
            path,
            number,
            f"{shown(cells[at])} on statement {head[at]} is no vote: -1, 0, 1 or empty.",
        ) from None
