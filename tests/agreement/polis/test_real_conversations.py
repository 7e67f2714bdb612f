"""Two conversations by Polis (CC BY 4.0, The Computational Democracy Project): our figures beside
its own. The data lies beside the repository, and is not part of it."""

import csv
from functools import cache

import numpy as np
import pytest
from django.conf import settings

from agreement.analysis.opinion import NO_GROUP, find_groups
from agreement.analysis.rand_index import adjusted_rand_index
from agreement.analysis.votes import AGREE, DISAGREE
from agreement.polis.export import read_moderation, read_votes
from agreement.polis.result import analyse

FOLDER = settings.ROOT.parent / "shared" / "data" / "polis"
CONVERSATIONS = ["vtaiwan.uberx", "scoop-hivemind.biodiversity"]

pytestmark = [
    pytest.mark.skipif(not FOLDER.is_dir(), reason="the conversations are not here"),
    pytest.mark.parametrize("name", CONVERSATIONS),
]


@cache
def conversation(name):
    """Its `Export` with Polis's groups, and the ids of statements that were taken out."""
    moderation = read_moderation(FOLDER / name / "comments.csv")
    export = read_votes(FOLDER / name / "participants-votes.csv", "group-id", moderation)
    return export, [statement for statement, out in moderation.items() if out]


@cache
def rows(name):
    with (FOLDER / name / "participants-votes.csv").open(newline="") as file:
        return list(csv.DictReader(file))


def test_each_persons_answers_are_as_many_as_polis_says(name):
    votes = conversation(name)[0].votes
    counted = dict(
        zip(
            votes.people,
            zip((votes.answers == AGREE).sum(1), (votes.answers == DISAGREE).sum(1), strict=True),
            strict=True,
        )
    )
    assert len(counted) == len(rows(name))
    for row in rows(name):
        assert counted[row["participant"]] == (int(row["n-agree"]), int(row["n-disagree"]))


def test_with_polis_groups_votes_and_consensus_are_exact(name):
    export, taken_out = conversation(name)
    found = analyse(export, taken_out)
    for group in ("0", "1"):
        members = [row for row in rows(name) if row["group-id"] == group]
        assert {"id": group, "size": len(members)} in found.groups
        for statement, numbers in found.group_votes[group].items():
            given = [member[statement] for member in members]
            assert numbers == {
                "agree": given.count("1"),
                "disagree": given.count("-1"),
                "votes": len(given) - given.count(""),
            }
    kept = [statement for statement in export.votes.statements if statement not in taken_out]
    for answer in ("agree", "disagree"):
        values = found.group_informed_consensus[answer]
        assert list(values) == kept
        for statement in kept:
            product = 1.0
            for votes in found.group_votes.values():
                product *= (votes[statement][answer] + 1) / (votes[statement]["votes"] + 2)
            assert values[statement] == pytest.approx(product, abs=1e-9)


def test_groups_found_are_those_of_polis(name):
    export, taken_out = conversation(name)
    left_out = np.isin(export.votes.statements, taken_out)
    found = find_groups(export.votes.answers, left_out, 2).labels
    theirs = np.array([label or "" for label in export.labels])
    both = (theirs != "") & (found != NO_GROUP)
    assert adjusted_rand_index(found[both], theirs[both]) >= 0.85
    assert find_groups(export.votes.answers, left_out).number == 2


def test_the_ten_most_agreed_on_are_those_of_polis(name):
    export, taken_out = conversation(name)
    left_out = np.isin(export.votes.statements, taken_out)
    found = find_groups(export.votes.answers, left_out, 2).labels
    ours = [None if label == NO_GROUP else str(label) for label in found]
    tops = [
        top_ten(analyse(type(export)(export.votes, labels), taken_out))
        for labels in (export.labels, ours)
    ]
    assert len(tops[0] & tops[1]) >= 8


def top_ten(found):
    values = found.group_informed_consensus["agree"]
    return set(sorted(values, key=values.get, reverse=True)[:10])
