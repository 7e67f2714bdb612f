"""What can be taken along is what is shown, and no more."""

import csv
import json
from io import StringIO

import pytest

from agreement.snapshots.taking import take_snapshot
from tests.agreement.crowd import make_crowd
from tests.factories import block, complete_statements, make_proposal


@pytest.fixture
def proposal(home):
    proposal = make_proposal(statements=[*complete_statements(), block("benefit", claim="=1+1")])
    make_crowd(proposal, academia=(6, 0, 2), business=(3, 0, 1))
    take_snapshot(proposal)
    return proposal


def test_the_table_holds_the_rows_shown(client, proposal):
    response = client.get(f"{proposal.url}agreement/csv/")
    assert response["Content-Type"] == "text/csv; charset=utf-8"
    rows = list(csv.DictReader(StringIO(response.content.decode())))
    assert {(row["by"], row["row"], row["people"]) for row in rows} == {
        ("everybody shown", "", "8"),
        ("sector", "Academia", "8"),
    }
    assert len(rows) == 2 * 5


def test_no_cell_is_a_formula(client, proposal):
    assert ",'=1+1," in client.get(f"{proposal.url}agreement/csv/").content.decode()


def test_each_snapshot_is_had_by_its_number(client, proposal):
    take_snapshot(proposal)
    for number in (1, 2):
        response = client.get(f"{proposal.url}agreement/snapshot-{number}/")
        data = json.loads(response.content)
        assert data["number"] == number
        assert data["statements"][0]["sectors"]["rows"] == {"academia": [6, 0, 2]}
        assert data["parameters"]["threshold"] == 5


def test_how_many_answers_there_really_are_is_not_told(client, proposal):
    assert "stances" not in json.loads(client.get(f"{proposal.url}agreement/snapshot-1/").content)


def test_downloads_are_public(client, proposal):
    for name in ("csv/", "snapshot-1/"):
        response = client.get(f"{proposal.url}agreement/{name}")
        assert "public" in response["Cache-Control"]
        assert not response.cookies
