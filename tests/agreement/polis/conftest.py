"""Exports from Polis: a made-up one, and the command that reads them."""

import json
from io import StringIO

import pytest
from django.core.management import call_command

HEAD = "participant,group-id,n-comments,n-votes,n-agree,n-disagree,0,1,2"
ROWS = [
    "10,1,0,3,1,2,1,-1,-1",
    "2,0,1,3,2,1,-1,1,1",
    "1,0,0,2,2,0,,1,1",
    "3,,0,1,0,0,0,,",
]
COMMENTS = """\
timestamp,datetime,comment-id,author-id,agrees,disagrees,moderated,comment-body
1,Mon,0,1,1,1,1,"One, with a comma"
2,Mon,1,1,9,9,1,"Over
two lines"
3,Mon,2,1,0,0,-1,Taken out
4,Mon,7,1,0,0,0,Never voted on
"""


@pytest.fixture
def write(tmp_path):
    """Writes a file of bytes or text and gives its path."""

    def make(content, name="votes.csv"):
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    return make


@pytest.fixture
def export(write):
    return write("\n".join([HEAD, *ROWS]) + "\n")


@pytest.fixture
def comments(write):
    return write(COMMENTS, "comments.csv")


@pytest.fixture
def analyse():
    """What the command prints, as text."""

    def run(*arguments):
        out = StringIO()
        call_command("analyse_votes", *map(str, arguments), stdout=out, verbosity=0)
        return out.getvalue()

    return run


@pytest.fixture
def analyse_json(analyse):
    return lambda *arguments: json.loads(analyse(*arguments, "--json"))
