"""The table of answers, and counting them."""

import numpy as np
import pytest

from agreement.analysis.votes import AGREE, DISAGREE, UNANSWERED, UNSURE, Votes, tally, tally_by

ROWS = [("c", "R1", AGREE), ("a", "R1", DISAGREE), ("a", "R2", UNSURE), ("b", "R2", AGREE)]


def test_rows_are_in_the_order_of_peoples_ids():
    votes = Votes.from_rows(ROWS, ["R1", "R2"])
    assert votes.people == ["a", "b", "c"]
    assert votes.answers.tolist() == [
        [DISAGREE, UNSURE],
        [UNANSWERED, AGREE],
        [AGREE, UNANSWERED],
    ]
    assert (Votes.from_rows(reversed(ROWS), ["R1", "R2"]).answers == votes.answers).all()


def test_a_changed_answer_counts_as_it_is_now():
    votes = Votes.from_rows([*ROWS, ("c", "R1", UNSURE)], ["R1", "R2"])
    assert tally(votes.answers).agree.tolist() == [0, 1]


def test_an_unknown_statement_is_refused():
    with pytest.raises(KeyError):
        Votes.from_rows(ROWS, ["R1"])


def test_unsure_is_an_answer_and_a_gap_is_none():
    counted = tally(Votes.from_rows(ROWS, ["R1", "R2"]).answers)
    assert counted.votes.tolist() == [2, 2]
    assert (counted.agree.tolist(), counted.unsure.tolist()) == ([1, 1], [0, 1])
    assert counted.disagree.tolist() == [1, 0]


def test_parts_add_up_to_the_whole(camps):
    answers, camp = camps()
    parts = tally_by(answers, camp, [0, 1])
    assert (sum(part.votes for part in parts.values()) == tally(answers).votes).all()
    assert (parts[1].agree == (answers[np.array(camp) == 1] == AGREE).sum(0)).all()
