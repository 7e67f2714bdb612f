"""What the process has come to on a statement is set by editors, dated, and never overwritten."""

import re
from datetime import date, timedelta

import pytest
from django.core.cache import cache
from django.core.exceptions import ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from core.page_store import tags
from proposals.models import Stance, Standing, Statement
from tests.factories import (
    block,
    complete_statements,
    make_position,
    make_proposal,
    make_stakeholder,
    make_standing,
)
from tests.proposals.steps import publish

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
        assert all(text in page for text in words.values())
    assert "To discuss" not in client.get(proposal.url).content.decode()


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


def earlier_standings(client, statement):
    """The list of them on the statement's own page, "" if there is none."""
    page = client.get(statement.own_url).content.decode()
    found = re.search(r'<details class="standings">.*?</ul>', page, re.DOTALL)
    return found[0] if found else ""


def test_earlier_standings_are_read_on_the_statements_own_page(client, statement):
    make_standing(statement, "to_discuss", set_on=date(2026, 3, 4), government_words="A code.")
    earlier = statement.claim
    statement.claim, statement.wording_hash = "Other.", "0" * 64
    statement.save()
    make_standing(statement, "options", set_on=date(2026, 3, 9), note="Two wordings.")
    make_standing(statement, "agreed")
    listed = earlier_standings(client, statement)
    assert listed.index("Options") < listed.index("9 March 2026")
    assert listed.index("9 March 2026") < listed.index("To discuss") < listed.index("4 March 2026")
    assert "A code." in listed
    assert "Two wordings." in listed
    assert listed.count(f"on an earlier wording: “{earlier}”") == 1
    assert "Agreed" not in listed


def test_statement_with_one_standing_has_no_earlier_ones(client, statement):
    assert earlier_standings(client, statement) == ""
    make_standing(statement)
    assert earlier_standings(client, statement) == ""


def test_standings_of_a_statement_that_was_taken_out_stay_readable(client, home):
    gone = block("risk", claim="Gone.")
    proposal = make_proposal(statements=[*complete_statements(), gone])
    statement = proposal.published_statements.get(claim="Gone.")
    make_standing(statement, "to_discuss", set_on=TODAY - timedelta(days=9))
    make_standing(statement, "not_agreed", note="Nobody wanted it.")
    publish(proposal, [each for each in proposal.statements.raw_data if each["id"] != gone["id"]])
    listed = earlier_standings(client, statement)
    assert listed.index("Not agreed") < listed.index("Nobody wanted it.")
    assert listed.index("Nobody wanted it.") < listed.index("To discuss")


def test_earlier_standing_entered_later_is_seen_at_once(
    client, statement, django_capture_on_commit_callbacks
):
    make_standing(statement, "agreed")
    assert earlier_standings(client, statement) == ""
    with django_capture_on_commit_callbacks(execute=True):
        make_standing(statement, "to_discuss", set_on=TODAY - timedelta(days=9))
    assert "To discuss" in earlier_standings(client, statement)


def test_statements_own_page_costs_few_queries_however_often_its_standing_changed(
    client, statement
):
    def cost():
        """How many queries the page takes, once the menu and the site are known."""
        for _ in range(2):
            tags.drop({tags.EPOCH, tags.FRAME})
            with CaptureQueriesContext(connection) as queries:
                client.get(statement.own_url)
        return len(queries)

    make_standing(statement, set_on=TODAY - timedelta(days=9))
    before = cost()
    for days in range(8):
        make_standing(statement, "options", set_on=TODAY - timedelta(days=days), note="Again.")
    make_position(statement)
    assert 0 < cost() == before <= 10


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
