"""What nobody's browser sends is answered with a message, never with an error."""

import pytest
from django.test import Client

from tests.factories import make_stakeholder

PATHS = ("", "all/", "B1/")


@pytest.fixture
def ada(member):
    return member(make_stakeholder())


@pytest.mark.parametrize("answer", ["", "2", "-2", "1.0", "x", "\x00", "\ud800", "9" * 5000])
def test_answer_that_is_none_of_three_is_refused_with_a_message(ada, statement, stances, answer):
    for path in PATHS:
        sent = answer.encode("utf-8", "surrogatepass").decode("latin-1")
        response = ada.press(statement, sent, path)
        assert response.status_code == 400
        assert "Choose one of the three" in response.content.decode()
    assert not stances.exists()


@pytest.mark.parametrize("reference", ["", "R9", "B1\x00", "B1\nX: y", "9" * 5000])
def test_statement_that_is_not_there_is_not_found(ada, statement, reference):
    for path in ("", "all/"):
        assert ada.press(statement, 1, path, statement=reference).status_code == 404


@pytest.mark.parametrize("wording", ["", "x", "\x00", "0" * 64, "0" * 5000])
def test_forged_wording_is_refused(ada, statement, stances, wording):
    assert ada.press(statement, 1, wording=wording).status_code in {400, 409}
    assert not stances.exists()


@pytest.mark.parametrize(
    "path", ["0/", "999999/", f"{'9' * 40}/", f"{'9' * 40}/all/", "x/", "1/b1/"]
)
def test_proposal_that_is_not_there_is_not_found(client, home, path):
    assert client.get(f"/stances/{path}").status_code == 404
    assert client.post(f"/stances/{path}", {"answer": 1}).status_code == 404


def test_form_without_its_token_changes_nothing(proposal, statement, stances):
    response = Client(enforce_csrf_checks=True).post(
        f"/stances/{proposal.pk}/B1/",
        {"answer": 1, "statement": "B1", "wording": statement.wording_hash},
    )
    assert response.status_code == 403
    assert not stances.exists()


@pytest.mark.parametrize("method", ["put", "delete", "patch"])
def test_other_methods_are_not_allowed(client, proposal, method):
    assert getattr(client, method)(f"/stances/{proposal.pk}/").status_code == 405
