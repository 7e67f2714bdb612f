"""Whose voice is missing: told by sector, and never so that one person can be picked out."""

import pytest
from django.core.cache import cache
from django.utils import timezone

from process.models import ProcessPage
from stakeholders import voices
from tests.factories import make_comment, make_post, make_stakeholder, place


@pytest.fixture
def many(home):
    post = make_post()
    for number in range(7):
        address = f"a{number}@example.org"
        make_stakeholder(address, sector="academia")
        make_comment(post, user_email=address, sector="business")
    make_comment(post, "Another.", user_email="a0@example.org", sector="business")
    make_stakeholder("b@example.org", sector="business")


def test_people_are_counted_by_sector_and_by_what_they_did(many):
    counts = dict(voices.table())
    assert voices.labels()[:2] == ["Signed up", "Commented"]
    assert counts["Academia"][:2] == [7, 0]
    assert counts["Business"][:2] == [1, 7]


@pytest.mark.parametrize("state", ["pending", "rejected", "withdrawn", "unconfirmed"])
def test_comment_that_is_not_published_counts_for_nothing(home, state):
    make_comment(make_post(), state=state, sector="business")
    assert dict(voices.table())["Business"][1] == 0


def test_who_is_unsure_or_gone_is_not_counted(home):
    make_stakeholder("a@example.org", confirmed_at=None, sector="academia")
    make_stakeholder("b@example.org", left_at=timezone.now(), sector="academia")
    assert dict(voices.table())["Academia"][0] == 0


def test_public_numbers_are_rounded_down_and_small_ones_hidden(many):
    counts = dict(voices.public_table())
    assert counts["Academia"][:2] == [5, None]
    assert counts["Business"][:2] == [None, 5]


def test_public_numbers_stand_still_for_a_day(many):
    before = voices.public_table()
    for number in range(10):
        make_stakeholder(f"c{number}@example.org", sector="academia")
    assert voices.public_table() == before
    cache.clear()
    assert dict(voices.public_table())["Academia"][0] == 15


def test_process_page_tells_it(client, home, many):
    text = "<p>Words.</p>"
    page = place(
        home,
        ProcessPage(title="Process", introduction=text, take_part=text, out_of_scope=text),
    )
    told = client.get(page.url).content.decode()
    assert "Whose voice is missing" in told
    assert "5 or more" in told
    assert "fewer than 5" in told
