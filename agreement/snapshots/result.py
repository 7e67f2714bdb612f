"""What is published of a proposal's answers at one time, made of released numbers alone:

{"people": a release of how many took part,
 "statements": [{"reference", "kind", "claim", "wording_hash", "sectors", "groups", "standing",
                 "divided", "consensus"}],
 "groups": as `group_picture.picture` makes it,
 "changes": as `changes.changes` makes it}
"""

from typing import NamedTuple

import numpy as np

from agreement.analysis.consensus import mean_consensus
from agreement.analysis.standing import divided_pairs, found_standing
from agreement.analysis.suppression import release

from .answers import people_by
from .changes import changes
from .group_picture import picture
from .tables import as_release, released, withheld_of

PEOPLE = "people"


class Count(NamedTuple):
    """A result, and by its name what is `withheld_of` each release in it."""

    result: dict
    withheld: dict


def count(answers, groups, earlier):
    """The `Count` that follows the `earlier` ones, oldest first, of the same proposal."""
    releases = release_all(answers, groups, history(earlier))
    last = earlier[-1].result if earlier else None
    statements = [
        about(statement, releases[name_of(statement)]) for statement in answers.statements
    ]
    people = releases[PEOPLE]
    result = {
        "people": released(people),
        "statements": statements,
        "groups": picture(groups, people, statements, last),
        "changes": changes(statements, last),
    }
    return Count(result, {name: withheld_of(release) for name, release in releases.items()})


def release_all(answers, groups, known):
    """The releases of how many took part and of each statement, {name: Release}, to follow those
    `known`, {name: releases}."""
    labels = groups.names if not groups.reasons else None
    numbers = {PEOPLE: [people_by(answers.sectors), None if labels is None else people_by(labels)]}
    by_sector = answers.numbers_by(answers.sectors)
    by_group = answers.numbers_by(labels) if labels is not None else [None] * len(by_sector)
    for statement, *both in zip(answers.statements, by_sector, by_group, strict=True):
        numbers[name_of(statement)] = both
    return {name: release(*both, known.get(name, ())) for name, both in numbers.items()}


def history(counts):
    """All releases by their names, oldest first, without those that say nothing new."""
    known = {}
    for result, withheld in counts:
        kept = {PEOPLE: result["people"]}
        kept |= {f"{e['reference']}/{e['wording_hash']}": e for e in result["statements"]}
        for name, entry in kept.items():
            found, releases = as_release(entry, withheld[name]), known.setdefault(name, [])
            if not releases or releases[-1] != found:
                releases.append(found)
    return known


def name_of(statement):
    """A statement in its words: other words start from none."""
    return f"{statement.reference}/{statement.wording_hash}"


def about(statement, release):
    """The entry of one statement in a result."""
    shown = told(release.sectors)
    sectors = list(shown)
    agree, unsure, disagree = columns(shown.values())
    votes = agree + unsure + disagree
    return {
        "reference": statement.reference,
        "kind": statement.kind,
        "claim": statement.claim,
        "wording_hash": statement.wording_hash,
        **released(release),
        "standing": str(found_standing(agree, disagree, votes)),
        "divided": [[sectors[one], sectors[two]] for one, two in divided_pairs(agree, votes)],
        "consensus": consensus(release.groups),
    }


def told(table):
    """The rows of a table in which somebody answered."""
    return {name: numbers for name, numbers in table.rows.items() if any(numbers)}


def columns(rows):
    """Rows of (agree, unsure, disagree) as three arrays."""
    return np.array(list(rows), int).reshape(-1, 3).T


def consensus(groups):
    """What all opinion groups agree on and reject, {"agree", "disagree"} between 0 and 1; None if
    fewer than two of them are shown."""
    shown = told(groups) if groups else {}
    shown.pop("", None)  # people in no group
    if len(shown) < 2:
        return None
    agree, unsure, disagree = columns(shown.values())
    votes = agree + unsure + disagree
    return {
        "agree": round(float(mean_consensus(agree, votes)), 4),
        "disagree": round(float(mean_consensus(disagree, votes)), 4),
    }
