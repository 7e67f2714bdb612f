"""A snapshot drops the pages that show it, and no others."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from agreement.snapshots.taking import take_snapshot
from proposals.models import Statement
from tests.factories import make_proposal, make_standing


@pytest.fixture
def is_stored():
    def ask(url):
        with CaptureQueriesContext(connection) as queries:
            response = Client().get(url)
        assert response.status_code == 200
        assert not response.cookies
        return not queries.captured_queries

    return ask


@pytest.fixture
def addresses(proposal, index):
    statement = Statement.objects.get(proposal=proposal, kind="risk")
    own = (proposal.url, statement.own_url, f"{proposal.url}agreement/?sort=agree")
    return [*own, index.url, f"{index.url}?sector=academia"]


@pytest.fixture
def committed(django_capture_on_commit_callbacks):
    return lambda: django_capture_on_commit_callbacks(execute=True)


def test_a_snapshot_drops_its_proposal_and_the_register(
    is_stored, addresses, proposal, home, committed
):
    other = make_proposal("Another")
    elsewhere = [other.url, f"{other.url}agreement/", home.url]
    for url in [*addresses, *elsewhere]:
        is_stored(url)
    assert all(is_stored(url) for url in [*addresses, *elsewhere])
    with committed():
        take_snapshot(proposal)
    assert not any(is_stored(url) for url in addresses)
    assert all(is_stored(url) for url in elsewhere)


def test_a_standing_that_is_set_drops_the_register(is_stored, addresses, proposal, committed):
    for url in addresses:
        is_stored(url)
    with committed():
        make_standing(Statement.objects.get(proposal=proposal, kind="risk"), "agreed")
    assert not any(is_stored(url) for url in addresses)


def test_invented_orders_are_not_stored(proposal):
    take_snapshot(proposal)
    for _ in range(2):
        assert Client().get(f"{proposal.url}agreement/?colour=red").status_code == 200
    with CaptureQueriesContext(connection) as queries:
        Client().get(f"{proposal.url}agreement/?colour=red")
    assert queries.captured_queries
