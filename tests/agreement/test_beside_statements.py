"""On each statement: what the answers show, from the last snapshot."""

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from agreement.snapshots.taking import take_snapshot
from core.page_store import tags
from proposals.models import Statement
from tests.agreement.crowd import make_crowd


def test_proposal_and_statement_show_the_bar_and_what_was_found(client, proposal):
    make_crowd(proposal, academia=(18, 1, 1))
    take_snapshot(proposal)
    statement = Statement.objects.get(proposal=proposal, kind="risk")
    for url in (proposal.url, statement.own_url):
        page = client.get(url).content.decode()
        assert "90% agree, 5% unsure, 5% disagree; 20 people" in page
        assert "<b>Broad agreement</b>" in page
        assert f"{proposal.url}agreement/#R1" in page


def test_answers_given_since_are_not_shown(client, proposal):
    make_crowd(proposal, academia=(20, 0, 0))
    take_snapshot(proposal)
    make_crowd(proposal, business=(0, 0, 50))
    page = client.get(proposal.url).content.decode()
    assert "20 people" in page
    assert "70 people" not in page


def test_who_is_asked_is_not_told_how_others_answered(client, proposal):
    make_crowd(proposal, academia=(20, 0, 0))
    take_snapshot(proposal)
    for rest in ("", "all/", "R1/"):
        page = client.get(f"/stances/{proposal.pk}/{rest}").content.decode()
        assert "Do you agree" in page
        assert "Broad agreement" not in page


def test_a_proposal_costs_no_query_more_than_without(proposal):
    before = queries_for(proposal.url)
    make_crowd(proposal, academia=(20, 0, 0))
    take_snapshot(proposal)
    assert queries_for(proposal.url) == before


def queries_for(url):
    """How many queries it takes to make the page, once the menu and the site are known."""
    for _ in range(2):
        tags.drop({tags.EPOCH, tags.FRAME})
        with CaptureQueriesContext(connection) as queries:
            Client().get(url)
    return len(queries.captured_queries)
