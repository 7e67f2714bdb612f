"""What the process has come to on a statement is set by editors, dated, and never overwritten."""

from datetime import timedelta

import pytest
from django.core.cache import cache
from django.core.exceptions import ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from proposals.models import Stance, Standing, Statement
from tests.factories import make_position, make_proposal, make_stakeholder, make_standing

TODAY = timezone.localdate()


@pytest.fixture
def proposal(home):
    return make_proposal()


@pytest.fixture
def statement(proposal):
    return proposal.published_statements.get(kind="benefit")


def test_latest_standing_is_shown_with_each_sides_words(client, proposal, statement):
    make_standing(statement, "to_discuss", set_on=TODAY - timedelta(days=9))
    words = {"government_words": "A code.", "civil_society_words": "The Act.", "note": "See May."}
    make_standing(statement, "not_agreed", **words)
    for url in (proposal.url, statement.own_url):
        page = client.get(url).content.decode()
        assert "Not agreed" in page
        assert "To discuss" not in page
        assert all(text in page for text in words.values())


def test_earlier_standings_stay(statement):
    first = make_standing(statement, "to_discuss")
    second = make_standing(statement, "agreed")
    assert list(statement.standings.all()) == [second, first]


def test_standing_of_an_earlier_day_entered_later_is_not_the_latest(statement):
    latest = make_standing(statement, "agreed")
    make_standing(statement, "to_discuss", set_on=TODAY - timedelta(days=9))
    assert Statement.objects.get(pk=statement.pk).current_standing == latest


def test_standing_is_not_changed(statement):
    standing = make_standing(statement)
    standing.note = "Other words."
    with pytest.raises(TypeError):
        standing.save()


def test_day_to_come_is_refused(statement):
    standing = Standing(statement=statement, standing="agreed", set_on=TODAY + timedelta(days=1))
    with pytest.raises(ValidationError, match="still to come"):
        standing.full_clean()


def test_standing_on_earlier_words_says_so(client, statement):
    make_standing(statement)
    earlier = statement.claim
    Statement.objects.filter(pk=statement.pk).update(claim="Other.", wording_hash="0" * 64)
    assert f"on an earlier wording: “{earlier}”" in client.get(statement.own_url).content.decode()


def test_new_standing_is_seen_at_once(
    client, proposal, statement, django_capture_on_commit_callbacks
):
    assert "Agreed" not in client.get(proposal.url).content.decode()
    with django_capture_on_commit_callbacks(execute=True):
        make_standing(statement)
    assert "Agreed" in client.get(proposal.url).content.decode()


def test_proposal_page_costs_no_query_more_with_standings_positions_and_stances(
    client, proposal, statement
):
    def cost():
        client.get(proposal.url)
        cache.clear()
        with CaptureQueriesContext(connection) as queries:
            client.get(proposal.url)
        return len(queries)

    before = cost()
    for each in proposal.published_statements.all():
        make_standing(each, note="Agreed at once.")
        make_position(each)
    Stance.objects.create(statement=statement, stakeholder=make_stakeholder(), answer=1)
    assert cost() == before
