from dataclasses import asdict
from string import ascii_uppercase

import numpy as np

from agreement.analysis.groups import marks, uniting
from agreement.analysis.votes import AGREE
from agreement.charts.plane import plane

MOST_MARKS = 5
WAITS = "So few people have come, gone or changed that the groups must wait for more."


def picture(groups, people, statements, last):
    """What is said of opinion groups: {"reasons": why not shown, "sizes": {letter: people},
    "clouds": as `charts.plane` draws them, "marks": {letter: [{"reference", "answer", "share",
    "elsewhere"}]}, "uniting": {"agree": [reference], "disagree": [reference]}}.

    `people` is the release of who took part; `statements` are the entries of the same result.
    """
    reasons = groups.reasons or ([] if people.groups else [WAITS])
    if reasons:
        return {"reasons": reasons}
    letters = ascii_uppercase[: groups.opinion.number]
    sizes = {letter: people.groups.rows.get(letter, (0,))[0] for letter in letters}
    agree, disagree, votes = numbers_of(letters, statements)
    references = [entry["reference"] for entry in statements]
    return {
        "reasons": [],
        "sizes": sizes,
        "clouds": clouds(groups.opinion, sizes, last),
        "marks": {
            letter: [described(mark, references) for mark in found[:MOST_MARKS]]
            for letter, found in zip(letters, marks(agree, disagree, votes), strict=True)
        },
        "uniting": {
            answer: [references[column] for column in uniting(given, votes)]
            for answer, given in (("agree", agree), ("disagree", disagree))
        },
    }


def clouds(opinion, sizes, last):
    """Where the groups lie; as they were drawn before while their sizes are those published before,
    so that nobody can be seen to come or go."""
    if last and last["groups"].get("sizes") == sizes:
        return last["groups"]["clouds"]
    drawn = plane(opinion.projection.points, opinion.labels, sizes)
    return [asdict(cloud) for cloud in drawn]


def numbers_of(letters, statements):
    """Three arrays, groups × statements, of the published numbers of those who agree, disagree and
    answered: 0 where a group is not shown."""
    tables = [entry["groups"]["rows"] if entry["groups"] else {} for entry in statements]
    found = np.array(
        [[rows.get(letter, (0, 0, 0)) for rows in tables] for letter in letters], int
    ).reshape(len(letters), len(tables), 3)
    return found[..., 0], found[..., 2], found.sum(-1)


def described(mark, references):
    return {
        "reference": references[mark.statement],
        "answer": "agree" if mark.answer == AGREE else "disagree",
        "share": round(mark.share, 4),
        "elsewhere": round(mark.elsewhere, 4),
    }
