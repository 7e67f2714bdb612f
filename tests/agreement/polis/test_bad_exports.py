"""A file that is not as it should be is refused in one clear line, with the row."""

import subprocess
import sys

import pytest
from django.conf import settings
from django.core.management import CommandError

from agreement.polis import rows

from_row = [
    ("4,,0,1,0,0,2,,", "row 6: '2' on statement 0 is no vote"),
    ("4,,0,1,0,0,,1.5,", "row 6: '1.5' on statement 1 is no vote"),
    ("4,,0,1,0,0,, ,", "row 6: ' ' on statement 1 is no vote"),
    ("4,,0,1,0,0,\x00,,", r"row 6: '\x00' on statement 0 is no vote"),
    (" ,,0,1,0,0,1,,", "row 6: the participant is blank"),
    ("2,,0,1,0,0,1,,", "row 6: participant '2' was there before"),
    ("4,,0,1,0,0,1", "row 6: it has 7 cells, the head has 9"),
    ("", "row 6: it has 0 cells"),
    ('4,,0,1,0,0,"1', "row 6: it has 7 cells"),
]


def refusal(analyse, *arguments):
    with pytest.raises(CommandError) as caught:
        analyse(*arguments)
    assert caught.value.returncode == 2
    (line,) = str(caught.value).splitlines()
    return line


@pytest.mark.parametrize(("row", "said"), from_row)
def test_a_bad_row_is_named(analyse, export, write, row, said):
    path = write(f"{export.read_text()}{row}\n")
    assert f"votes.csv, {said}" in refusal(analyse, path)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("", "row 1: there is no column 'participant'"),
        ("a,b\n1,2\n", "row 1: there is no column 'participant'"),
        ('{"participant": 1}', "row 1: there is no column 'participant'"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "row 1: this is not text in UTF-8"),
        ("participant,0,1\n1,1,1\n2,\xff,1\n".encode("latin-1"), "this is not text in UTF-8"),
        ("participant," + "0" * 200_000, "row 1: this is not CSV"),
        ("participant,0\n1,1\n2,1\n", "row 1: there must be at least two statements"),
        ("participant,0,1\n", "row 1: at least two people"),
        ("participant,0,1\n1,1,1\n", "row 2: at least two people"),
        ("participant,0,0\n1,1,1\n", "row 1: two columns are called '0'"),
        ("participant,0,age\n1,1,1\n", "row 1: column 'age' is no number of a statement"),
    ],
)
def test_another_kind_of_file_is_refused(analyse, write, content, said):
    assert said in refusal(analyse, write(content))


def test_a_statement_that_is_no_comment_is_refused(analyse, write, comments):
    path = write("participant,0,99\n1,1,1\n2,1,1\n")
    said = refusal(analyse, path, "--comments", comments)
    assert "row 1: statement '99' is not among the comments" in said


def test_comments_of_another_kind_are_refused(analyse, export, write):
    other = write("a,b\n1,2\n", "comments.csv")
    said = refusal(analyse, export, "--comments", other)
    assert "comments.csv, row 1: there is no column 'comment-id'" in said


def test_a_column_of_groups_that_is_not_there_is_said(analyse, export):
    assert "there is no column 'side'" in refusal(analyse, export, "--labels", "side")


def test_a_column_that_names_no_group_is_said(analyse, write):
    path = write("participant,group-id,0,1\n1,,1,1\n2,,1,1\n")
    assert "column 'group-id' names no group" in refusal(analyse, path, "--labels", "group-id")


def test_a_file_too_large_is_not_even_read(analyse, write):
    path = write("participant,0,1\n")
    with path.open("r+b") as file:
        file.truncate(2 * rows.MOST_BYTES)
    assert "row 1: the file is larger than the 100,000,000 bytes" in refusal(analyse, path)


@pytest.mark.parametrize("name", ["nowhere.csv", "."])
def test_what_can_not_be_read_is_said(analyse, tmp_path, name):
    assert "can't be read" in refusal(analyse, tmp_path / name)


def test_the_shell_sees_2_and_nothing_on_standard_output(write):
    command = [sys.executable, "manage.py", "analyse_votes", str(write("a,b\n")), "--json"]
    done = subprocess.run(command, cwd=settings.ROOT, capture_output=True, text=True)
    assert (done.returncode, done.stdout) == (2, "")
    assert "votes.csv, row 1" in done.stderr
