"""A meeting note: who came, what was agreed to be done, which statements were discussed."""

from datetime import date

import pytest
from django.core.cache import cache
from wagtail.models import PageViewRestriction

from blog.models import DiscussedStatement, MeetingNotePage
from proposals.models import Statement
from tests.factories import make_blog, make_organisation, make_post, make_proposal


@pytest.fixture(autouse=True)
def _blog(home):
    make_blog()


def make_note(**fields):
    return make_post("Working group", model=MeetingNotePage, **({"place": "Leeds"} | fields))


def came(organisation, people, names=""):
    value = {"organisation": organisation.pk, "people": people, "names": names}
    return {"type": "organisation", "value": value}


def read(client, page):
    return client.get(page.url).content.decode()


def test_note_says_when_and_where(client):
    page = read(client, make_note(date=date(2026, 3, 1)))
    assert "Sunday 1 March 2026" in page
    assert "Leeds" in page


def test_withheld_names_are_nowhere_on_the_page(client):
    trust = make_organisation("Open Records Trust")
    page = read(client, make_note(attendance=[came(trust, 2, "Ida Marsh")], names_withheld=True))
    assert "Open Records Trust" in page
    assert "2 people" in page
    assert "Ida Marsh" not in page


def test_names_show_where_their_owners_agreed(client):
    trust = make_organisation("Open Records Trust")
    page = read(client, make_note(attendance=[came(trust, 1, "Ida Marsh")], names_withheld=False))
    assert "Ida Marsh" in page


def test_names_are_withheld_unless_an_editor_says_otherwise():
    assert MeetingNotePage().names_withheld
    assert MeetingNotePage().non_attribution


def test_note_counts_who_came(client):
    attendance = [came(make_organisation("A"), 2), came(make_organisation("B"), 3)]
    assert "5 people from 2 organisations" in read(client, make_note(attendance=attendance))


def test_note_says_that_remarks_are_not_attributed(client):
    assert "Remarks are not attributed" in read(client, make_note(non_attribution=True))
    assert "Remarks are not attributed" not in read(client, make_note(non_attribution=False))


def test_actions_tell_owner_due_date_and_state(client):
    actions = [
        {"type": "action", "value": {"action": "Write", "owner": "Board", "due": "2026-05-02"}},
        {"type": "action", "value": {"action": "Read", "owner": "Trust", "done": True}},
    ]
    page = read(client, make_note(actions=actions))
    assert "1 of 2 done" in page
    assert "2 May 2026" in page


def test_note_links_the_statements_discussed_while_they_are_public(client):
    proposal = make_proposal()
    risk = Statement.objects.get(kind="risk")
    note = make_note(discussed_statements=[DiscussedStatement(statement=risk)])
    assert f'href="{proposal.url}#R1"' in read(client, note)
    restriction = PageViewRestriction.objects.create(page=proposal, restriction_type="login")
    cache.clear()
    assert "#R1" not in read(client, note)
    restriction.delete()
    proposal.unpublish()
    cache.clear()
    assert "#R1" not in read(client, note)


def test_draft_of_a_note_shows_the_statements_discussed_as_readers_will_find_them():
    proposal = make_proposal()
    risk = Statement.objects.get(kind="risk")
    make_note(discussed_statements=[DiscussedStatement(statement=risk)])
    note = MeetingNotePage.objects.get()
    note.save_revision()
    assert note.get_latest_revision_as_object().statements_discussed == [risk]
    PageViewRestriction.objects.create(page=proposal, restriction_type="login")
    assert note.get_latest_revision_as_object().statements_discussed == []


def test_organisation_that_was_deleted_leaves_a_readable_note(client):
    organisation = make_organisation("Gone")
    note = make_note(attendance=[came(organisation, 1)])
    organisation.delete()
    assert "An organisation no longer listed" in read(client, note)
