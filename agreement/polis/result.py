from dataclasses import asdict, dataclass

import numpy as np

from ..analysis.consensus import group_informed_consensus
from ..analysis.gate import too_small, unstable
from ..analysis.opinion import NO_GROUP, find_groups
from ..analysis.projection import project
from ..analysis.stability import SHUFFLES, SUBSAMPLES, measure_stability
from ..analysis.votes import tally_by


@dataclass(frozen=True)
class Result:
    """What is printed of a conversation, in this order. Ids are strings."""

    participants: int
    statements: int
    groups: list
    labels: dict
    group_votes: dict
    group_informed_consensus: dict
    pca: dict
    stability: dict | None
    shown: dict

    def as_dict(self):
        return asdict(self)


def analyse(export, taken_out=(), number=None, progress=iter):
    """The `Result` of an `Export`: with the groups that it names, or else with groups found, as
    many as `number` says. `taken_out` are the ids of statements that moderators left out."""
    votes = export.votes
    left_out = np.isin(votes.statements, list(taken_out))
    if export.labels:
        labels, projection = export.labels, project(votes.answers, left_out)
        stability, reasons = None, ["The groups were given, not found: nothing was tested."]
    else:
        opinion = find_groups(votes.answers, left_out, number)
        labels = [None if group == NO_GROUP else str(group) for group in opinion.labels]
        projection = opinion.projection
        stability, reasons = _tested(votes.answers, left_out, opinion, progress)
    names = sorted({label for label in labels if label is not None})
    tallies = tally_by(votes.answers, np.array([label or "" for label in labels]), names)
    return Result(
        participants=len(votes.people),
        statements=len(votes.statements),
        groups=[{"id": name, "size": labels.count(name)} for name in names],
        labels=dict(zip(votes.people, labels, strict=True)),
        group_votes={name: _by_statement(votes.statements, tallies[name]) for name in names},
        group_informed_consensus=_consensus(votes.statements, left_out, tallies.values()),
        pca={
            "components": projection.components.tolist(),
            "explained": projection.explained.tolist(),
        },
        stability=stability,
        shown={"groups": not reasons, "reasons": reasons},
    )


def _tested(answers, left_out, opinion, progress):
    reasons = too_small(opinion)
    if reasons:
        return None, reasons
    found = measure_stability(answers, left_out, opinion, progress=progress)
    said = {
        "subsamples": SUBSAMPLES,
        "median": found.median,
        "tenth_percentile": found.tenth_percentile,
        "silhouette": opinion.silhouette,
        "shuffles": SHUFFLES,
        "best_shuffled_silhouette": found.best_shuffled,
    }
    return said, unstable(opinion, found)


def _by_statement(statements, counted):
    numbers = np.stack([counted.agree, counted.disagree, counted.votes], 1).tolist()
    return {
        statement: dict(zip(("agree", "disagree", "votes"), row, strict=True))
        for statement, row in zip(statements, numbers, strict=True)
    }


def _consensus(statements, left_out, tallies):
    votes = np.array([counted.votes for counted in tallies])
    found = {
        "agree": group_informed_consensus([counted.agree for counted in tallies], votes),
        "disagree": group_informed_consensus([counted.disagree for counted in tallies], votes),
    }
    return {
        answer: {
            statement: float(value)
            for statement, value, out in zip(statements, values, left_out, strict=True)
            if not out
        }
        for answer, values in found.items()
    }
