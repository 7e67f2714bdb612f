"""Closed means closed, on the server."""

from datetime import timedelta

import pytest
from django.utils import timezone

from proposals.models import ProposalPage
from tests.factories import make_stakeholder

YESTERDAY = timezone.localdate() - timedelta(days=1)
TOMORROW = timezone.localdate() + timedelta(days=1)
PATHS = ("", "all/", "B1/")
NOT_OPEN = [{"closes": YESTERDAY}, {"opens": TOMORROW}, {"outcome": "concluded"}]


@pytest.fixture
def ada(member):
    return member(make_stakeholder())


def change(proposal, **fields):
    ProposalPage.objects.filter(pk=proposal.pk).update(**fields)


@pytest.mark.parametrize("fields", NOT_OPEN)
def test_proposal_that_is_not_open_takes_no_answer(ada, proposal, statement, stances, fields):
    change(proposal, **fields)
    for path in PATHS:
        assert ada.client.get(f"/stances/{proposal.pk}/{path}").status_code == 403
        response = ada.press(statement, 1, path)
        assert response.status_code == 403
        assert "was not taken" in response.content.decode()
    assert not stances.exists()


def test_after_closing_nothing_is_changed_or_taken_back_and_all_is_shown(
    ada, proposal, statement, stances
):
    ada.press(statement, 1)
    change(proposal, closes=YESTERDAY)
    ada.press(statement, -1)
    ada.press(statement, "withdraw")
    assert stances.get().answer == 1
    page = ada.client.get(f"/stances/{proposal.pk}/all/").content.decode()
    assert "<b>Agree</b>: B1" in page


def test_last_day_is_open(ada, proposal, statement):
    change(proposal, closes=timezone.localdate())
    assert ada.press(statement, 1).status_code == 302


def test_public_pages_of_a_closed_proposal_ask_nothing(client, proposal, statement):
    change(proposal, closes=YESTERDAY)
    for url in (proposal.url, statement.own_url):
        assert "/stances/" not in client.get(url).content.decode()


def test_statement_that_was_taken_out_takes_no_answer(ada, proposal, statement, stances):
    statement.retired_at = timezone.now()
    statement.save()
    proposal.statements = list(proposal.statements.raw_data)[1:]
    proposal.save()
    assert ada.press(statement, 1).status_code == 404
    assert not stances.exists()


def test_unpublished_proposal_is_not_there(ada, proposal, statement):
    proposal.unpublish()
    for path in PATHS:
        assert ada.client.get(f"/stances/{proposal.pk}/{path}").status_code == 404
        assert ada.press(statement, 1, path).status_code == 404
