"""What `analyse_votes` says of a conversation."""

import csv

import pytest

KEYS = [
    "participants",
    "statements",
    "groups",
    "labels",
    "group_votes",
    "group_informed_consensus",
    "pca",
    "stability",
    "shown",
]


@pytest.fixture
def two_camps(camps, write):
    """An export of 120 people who fall into two camps."""
    answers, _ = camps()
    path = write("")
    with path.open("w", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["participant", *range(answers.shape[1])])
        for person, row in enumerate(answers.tolist()):
            writer.writerow([person, *("" if answer == -128 else answer for answer in row)])
    return path


def test_one_object_with_these_keys(analyse_json, export):
    assert list(analyse_json(export)) == KEYS


def test_groups_are_taken_from_the_column_named(analyse_json, export, comments):
    found = analyse_json(export, "--comments", comments, "--labels", "group-id")
    assert (found["participants"], found["statements"]) == (4, 3)
    assert found["groups"] == [{"id": "0", "size": 2}, {"id": "1", "size": 1}]
    assert found["labels"] == {"1": "0", "2": "0", "3": None, "10": "1"}
    assert found["group_votes"]["0"] == {
        "0": {"agree": 0, "disagree": 1, "votes": 1},
        "1": {"agree": 2, "disagree": 0, "votes": 2},
        "2": {"agree": 2, "disagree": 0, "votes": 2},
    }
    assert found["group_informed_consensus"] == {
        "agree": {"0": pytest.approx(1 / 3 * 2 / 3), "1": pytest.approx(3 / 4 * 1 / 3)},
        "disagree": {"0": pytest.approx(2 / 3 * 1 / 3), "1": pytest.approx(1 / 4 * 2 / 3)},
    }
    assert found["stability"] is None
    assert found["shown"]["groups"] is False


def test_without_comments_no_statement_is_left_out(analyse_json, export):
    found = analyse_json(export, "--labels", "group-id")
    assert list(found["group_informed_consensus"]["agree"]) == ["0", "1", "2"]


def test_any_column_may_name_the_groups(analyse_json, write):
    path = write("participant,side,0,1\na,left,1,1\nb,right,-1,\n")
    assert analyse_json(path, "--labels", "side")["labels"] == {"a": "left", "b": "right"}


def test_groups_that_hold_may_be_shown(analyse_json, two_camps):
    found = analyse_json(two_camps)
    assert found["shown"] == {"groups": True, "reasons": []}
    assert found["stability"]["median"] >= 0.8
    assert [group["id"] for group in found["groups"]] == ["0", "1"]


def test_their_number_may_be_given(analyse_json, two_camps):
    assert len(analyse_json(two_camps, "--groups", "3")["groups"]) == 3


def test_the_same_file_gives_the_same_result(analyse, two_camps):
    assert analyse(two_camps, "--json") == analyse(two_camps, "--json")


def test_too_few_people_is_said_in_words(analyse, export):
    said = analyse(export)
    assert "4 people, 3 statements." in said
    assert "Fewer than 100 people" in said


@pytest.mark.parametrize(
    "rows",
    [
        ["1,,", "2,,"],
        ["1,1,1", "2,1,1"],
        ["1,,1", "2,,-1", "3,,0"],
        [f"{person},1,-1" for person in range(200)],
    ],
)
def test_answers_that_say_next_to_nothing_break_nothing(analyse, analyse_json, write, rows):
    path = write("\n".join(["participant,0,1", *rows]))
    assert analyse_json(path)["shown"]["groups"] is False
    assert "not to be shown" in analyse(path)


def test_all_statements_taken_out_break_nothing(analyse, export, write):
    taken_out = write("comment-id,moderated\n0,-1\n1,-1\n2,-1\n", "comments.csv")
    assert "All groups" not in analyse(export, "--comments", taken_out)


def test_a_mark_at_the_begin_of_the_file_is_overlooked(analyse_json, export, write):
    marked = write(b"\xef\xbb\xbf" + export.read_bytes(), "marked.csv")
    assert analyse_json(marked) == analyse_json(export)
