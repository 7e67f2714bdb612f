"""The table of answers, and counting them."""

import numpy as np

from agreement.analysis.votes import (
    AGREE,
    DISAGREE,
    UNANSWERED,
    UNSURE,
    rows_by_statement,
    tally,
    tally_by,
)

# Three people, two statements.
ANSWERS = np.array([[DISAGREE, UNSURE], [UNANSWERED, AGREE], [AGREE, UNANSWERED]], np.int8)


def test_unsure_is_an_answer_and_a_gap_is_none():
    counted = tally(ANSWERS)
    assert counted.votes.tolist() == [2, 2]
    assert (counted.agree.tolist(), counted.unsure.tolist()) == ([1, 1], [0, 1])
    assert counted.disagree.tolist() == [1, 0]


def test_parts_add_up_to_the_whole(camps):
    answers, camp = camps()
    parts = tally_by(answers, camp, [0, 1])
    assert (sum(part.votes for part in parts.values()) == tally(answers).votes).all()
    assert (parts[1].agree == (answers[np.array(camp) == 1] == AGREE).sum(0)).all()


def test_numbers_of_each_statement_by_row():
    tallies = tally_by(ANSWERS, np.array(["north", "north", "south"]), ["north", "south"])
    assert rows_by_statement(tallies) == [
        {"north": (0, 0, 1), "south": (1, 0, 0)},
        {"north": (1, 1, 0), "south": (0, 0, 0)},
    ]
