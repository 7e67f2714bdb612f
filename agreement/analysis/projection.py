from dataclasses import dataclass

import numpy as np

from .votes import UNANSWERED

AT_A_TIME = 8192  # people: a slice of their answers fits a processor's cache


@dataclass(frozen=True)
class Projection:
    """People in the plane of the two directions in which their answers differ most.

    `points` is people × 2, `components` 2 × statements, `explained` the share of all variance along
    each. Directions are as far as signs go arbitrary: the largest loading is made positive.
    """

    points: np.ndarray
    components: np.ndarray
    explained: np.ndarray


def project(answers, left_out):
    """Principal components as Polis works them out.

    A statement that moderators left out (`left_out`, one bool each) counts as answered with zero by
    everyone; a gap takes its statement's mean, so that it lies at the centre; and each person's
    point is moved outwards by √(statements / answers of that person), since gaps pulled it in.
    Found from the covariance of the statements: the answers are read in slices, never copied whole.

    Source: C. Small et al. (2021), Polis, Recerca 26(2), and the published source of its
    calculation (compdemocracy/polis, math/pca.clj).
    """
    people, statements = answers.shape
    centre, answered = _means(answers, left_out)
    covariance = np.zeros((statements, statements))
    for rows in _slices(people):
        part = _centred(answers[rows], centre, left_out)
        covariance += part.T @ part
    variances, directions = np.linalg.eigh(covariance)
    components = np.zeros((2, statements))
    components[: min(2, statements)] = directions[:, ::-1].T[:2]
    largest = np.abs(components).argmax(1)
    components *= np.where(components[[0, 1], largest] < 0, -1, 1)[:, None]

    points = np.empty((people, 2))
    weights = components.T.astype(np.float32)
    for rows in _slices(people):
        points[rows] = _centred(answers[rows], centre, left_out) @ weights
    points *= np.sqrt(statements / np.maximum(answered, 1))[:, None]

    along = np.zeros(2)
    along[: min(2, statements)] = np.maximum(variances[::-1][:2], 0)
    return Projection(points, components, along / max(variances.sum(), np.finfo(float).tiny))


def _slices(people):
    return [slice(start, start + AT_A_TIME) for start in range(0, people, AT_A_TIME)]


def _means(answers, left_out):
    """The mean of each statement, and how many each person answered."""
    people, statements = answers.shape
    total, number = np.zeros(statements), np.zeros(statements)
    answered = np.empty(people)
    for rows in _slices(people):
        part = answers[rows]
        given = part != UNANSWERED
        number += given.sum(0)
        total += np.where(given, part, 0).sum(0)
        answered[rows] = (given | left_out).sum(1)
    return np.where(left_out, 0, total / np.maximum(number, 1)), answered


def _centred(part, centre, left_out):
    gap = (part == UNANSWERED) | left_out
    return np.where(gap, np.float32(0), part - centre.astype(np.float32))
