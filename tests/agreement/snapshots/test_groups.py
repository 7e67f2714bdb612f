"""Opinion groups in snapshots: shown where they hold, by the letters that they had before."""

from types import SimpleNamespace

import numpy as np

from agreement.snapshots.answers import Answers
from agreement.snapshots.groups import look_for_groups, named_as_before
from agreement.snapshots.result import count


def statements(number):
    return [
        SimpleNamespace(
            reference=f"S{n}", kind="safeguard", claim=f"Claim {n}.", wording_hash=str(n)
        )
        for n in range(1, number + 1)
    ]


def counted(answers, earlier=()):
    """The count of an array of answers by people of one sector."""
    everything = Answers(
        statements(answers.shape[1]), np.array(["academia"] * len(answers)), answers
    )
    groups = look_for_groups(answers, everything.left_out)
    return count(everything, groups, list(earlier))


def test_groups_that_hold_are_shown_with_sizes_marks_and_what_unites_them(camps):
    answers, camp = camps(people=200)
    answers[:, 0] = 1
    groups = counted(answers).result["groups"]
    assert groups["reasons"] == []
    assert sorted(groups["sizes"].values()) == sorted(np.bincount(camp).tolist())
    assert [cloud["name"] for cloud in groups["clouds"]] == ["A", "B"]
    assert groups["marks"]["A"][0]["share"] > groups["marks"]["A"][0]["elsewhere"]
    assert groups["uniting"]["agree"][0] == "S1"


def test_what_all_groups_agree_on_is_told_of_each_statement(camps):
    answers, _ = camps(people=200)
    answers[:, 0], answers[:, 1] = 1, -1
    first, second = counted(answers).result["statements"][:2]
    assert first["consensus"]["agree"] > 0.95
    assert second["consensus"]["disagree"] > 0.95


def test_groups_that_do_not_hold_leave_nothing_but_the_reasons(camps):
    answers, _ = camps(people=200, clear=0)
    result = counted(answers).result
    assert list(result["groups"]) == ["reasons"]
    assert result["groups"]["reasons"]
    assert result["people"]["groups"] is None
    assert all(entry["groups"] is None for entry in result["statements"])
    assert all(entry["consensus"] is None for entry in result["statements"])


def test_a_group_keeps_its_letter_when_another_has_become_the_larger():
    cautious, keen = np.tile(np.int8([1, -1]), 10), np.tile(np.int8([-1, 1]), 10)
    answers = np.array([cautious] * 40 + [keen] * 80)
    opinion = look_for_groups(answers, np.zeros(20, bool)).opinion
    assert opinion.labels[:40].tolist() == [1] * 40
    known = [{"A": float(answer == 1), "B": float(answer == -1)} for answer in cautious]
    assert named_as_before(opinion, answers, known)[:40].tolist() == [0] * 40
    assert named_as_before(opinion, answers, [{}] * 20)[:40].tolist() == [1] * 40


def test_a_picture_stays_while_fewer_than_five_people_came(camps):
    answers, _ = camps(people=204)
    first = counted(answers[:200])
    second = counted(answers, [first])
    assert second.result["groups"]["clouds"] == first.result["groups"]["clouds"]
    assert second.result["groups"]["sizes"] == first.result["groups"]["sizes"]
