"""What is published of a proposal's answers at one time, made of released numbers alone:

{"people": a release of how many took part,
 "statements": [{"reference", "kind", "claim", "wording_hash", "sectors", "groups", "standing",
                 "divided", "consensus"}],
 "groups": as `group_picture.picture` makes it,
 "changes": as `changes.changes` makes it}
"""

import numpy as np

from agreement.analysis.consensus import mean_consensus
from agreement.analysis.standing import divided_pairs, found_standing
from agreement.analysis.suppression import release

from .answers import numbers_by, people_by
from .changes import changes
from .group_picture import picture
from .tables import as_release, released


def make_result(answers, groups, earlier):
    """The result that follows the `earlier` ones, oldest first, of the same proposal."""
    known = history(earlier)
    labels = groups.names if not groups.reasons else None
    by_group = numbers_by(answers.answers, labels) if labels is not None else None
    by_sector = numbers_by(answers.answers, answers.sectors)
    people = release(
        people_by(answers.sectors),
        people_by(labels) if labels is not None else None,
        known.get("people", ()),
    )
    last = earlier[-1] if earlier else None
    statements = [
        about(
            statement,
            release(
                by_sector[column],
                by_group[column] if by_group else None,
                known.get(key_of(statement.reference, statement.wording_hash), ()),
            ),
        )
        for column, statement in enumerate(answers.statements)
    ]
    return {
        "people": released(people),
        "statements": statements,
        "groups": picture(groups, people, statements, last),
        "changes": changes(statements, last),
    }


def history(results):
    """The releases of the people who took part and of each wording of a statement, oldest first. A
    release that says nothing new is left out."""
    known = {}
    for result in results:
        kept = [("people", result["people"])]
        kept += [
            (key_of(entry["reference"], entry["wording_hash"]), entry)
            for entry in result["statements"]
        ]
        for key, entry in kept:
            found, releases = as_release(entry), known.setdefault(key, [])
            if not releases or releases[-1] != found:
                releases.append(found)
    return known


def key_of(reference, wording_hash):
    return f"{reference}/{wording_hash}"


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
