"""People in the plane: the same as by the plain method, which copies the whole table."""

import numpy as np
import pytest

from agreement.analysis import projection
from agreement.analysis.projection import project
from agreement.analysis.votes import UNANSWERED


def plainly(answers, left_out):
    table = np.where(answers == UNANSWERED, np.nan, answers)
    table[:, left_out] = 0
    answered = (~np.isnan(table)).sum(1)
    means = np.nanmean(table, 0)
    centred = np.where(np.isnan(table), means, table) - means
    _, lengths, directions = np.linalg.svd(centred, full_matrices=False)
    points = centred @ directions[:2].T * np.sqrt(table.shape[1] / answered)[:, None]
    return points, directions[:2], (lengths**2 / (lengths**2).sum())[:2]


def test_plane_is_that_of_the_plain_method(camps, monkeypatch):
    monkeypatch.setattr(projection, "AT_A_TIME", 50)
    answers, _ = camps(people=120)
    left_out = np.arange(20) == 3
    points, directions, explained = plainly(answers, left_out)
    found = project(answers, left_out)
    signs = np.sign((found.components * directions).sum(1))
    assert found.components == pytest.approx(directions * signs[:, None], abs=1e-5)
    assert found.points == pytest.approx(points * signs, abs=1e-4)
    assert found.explained == pytest.approx(explained, abs=1e-6)


def test_a_statement_left_out_has_no_part(camps):
    answers, _ = camps()
    left_out = np.arange(20) == 7
    changed = answers.copy()
    changed[:, 7] = 1
    assert project(changed, left_out).points == pytest.approx(project(answers, left_out).points)
    assert project(answers, left_out).components[:, 7] == pytest.approx([0, 0])


def test_who_answered_nothing_is_in_the_middle(camps):
    answers, _ = camps()
    answers[5] = UNANSWERED
    assert project(answers, np.zeros(20, bool)).points[5] == pytest.approx([0, 0])


def test_the_largest_loading_is_positive(camps):
    components = project(camps()[0], np.zeros(20, bool)).components
    assert (components[[0, 1], np.abs(components).argmax(1)] > 0).all()


@pytest.mark.parametrize("shape", [(1, 1), (1, 5), (5, 1), (3, 2)])
def test_tiny_tables_have_a_plane(shape):
    found = project(np.ones(shape, np.int8), np.zeros(shape[1], bool))
    assert found.points.shape == (shape[0], 2)
    assert np.isfinite(found.points).all()
    assert found.explained == pytest.approx([0, 0])
