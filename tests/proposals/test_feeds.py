"""What happens to proposals, as feeds tell it."""

from datetime import datetime, timedelta

import pytest
from django.core.cache import cache
from django.utils import timezone

from core.days import start_of
from proposals.feeds import FEEDS
from proposals.models import ProposalPage
from tests.atom import all_of, entries, read_feed, text, titles
from tests.factories import make_organisation, make_proposal

FEED = "/current-proposals/feed/{}/"


@pytest.fixture
def today():
    return timezone.localdate()


@pytest.fixture
def feed(client, index):
    return lambda name: read_feed(client.get(FEED.format(name)))


@pytest.mark.parametrize("name", FEEDS)
def test_feed_without_entries_is_valid(feed, name):
    assert titles(feed(name)) == []


def test_open_proposals_are_told_of_and_those_to_come_are_not(feed, today):
    make_proposal("Now", opens=today, closes=today)
    make_proposal("Later", opens=today + timedelta(days=1))
    assert titles(feed("opened")) == ["Open for comment: Now"]


def test_opening_is_dated_by_its_day_or_by_publication_if_that_is_later(feed, today):
    proposal = make_proposal(opens=today - timedelta(days=3))
    ProposalPage.objects.update(first_published_at=start_of(today - timedelta(days=9)))
    moment = datetime.fromisoformat(text(entries(feed("opened"))[0], "updated"))
    assert moment == start_of(today - timedelta(days=3))
    assert proposal.opens == moment.date()


def test_published_anew_is_changed_and_first_published_is_not(feed):
    make_proposal("Untouched")
    proposal = make_proposal("Touched")
    assert titles(feed("changed")) == []
    proposal.save_revision().publish()
    cache.clear()
    assert titles(feed("changed")) == ["Changed: Touched"]


def test_each_change_is_an_entry_of_its_own(feed):
    proposal = make_proposal()
    ids = set()
    for _ in range(2):
        proposal.save_revision().publish()
        cache.clear()
        ids.add(text(entries(feed("changed"))[0], "id"))
    assert len(ids) == 2


def test_closing_within_14_days_is_told_with_its_date(feed, today):
    make_proposal("Soon", closes=today + timedelta(days=14))
    make_proposal("Not yet", closes=today + timedelta(days=15))
    make_proposal("Over", closes=today - timedelta(days=1))
    [title] = titles(feed("closing"))
    assert title.startswith("Closes on ")
    assert title.endswith(f"{(today + timedelta(days=14)).year}: Soon")


def test_concluded_and_withdrawn_are_told_as_such(feed):
    make_proposal("Result", outcome="concluded")
    make_proposal("Given up", outcome="withdrawn")
    make_proposal("Open")
    assert set(titles(feed("concluded"))) == {"Concluded: Result", "Withdrawn: Given up"}


def test_one_proposal_in_several_feeds_is_as_many_entries(feed, today):
    proposal = make_proposal(outcome="concluded", opens=today, closes=today)
    proposal.save_revision().publish()
    ids = {text(entries(feed(name))[0], "id") for name in ("opened", "changed", "concluded")}
    assert len(ids) == 3


def test_entry_names_strand_departments_and_summary(feed):
    department = make_organisation("Records Office", "central_government")
    proposal = make_proposal(summary="What <this> is.", lead_departments=[department])
    [entry] = entries(feed("opened"))
    assert [found.get("term") for found in all_of(entry, "category")] == [proposal.strand.title]
    assert [text(found, "name") for found in all_of(entry, "author")] == ["Records Office"]
    assert text(entry, "summary") == "What &lt;this&gt; is."


@pytest.mark.parametrize("name", ["none", "OPENED", "opened/more", "%27"])
def test_feed_of_nothing_is_not_found(client, index, name):
    assert client.get(FEED.format(name)).status_code == 404


def test_list_and_proposal_name_all_four_feeds(client, index):
    proposal = make_proposal()
    for address in (proposal.get_parent().url, proposal.url, f"{proposal.url}coverage/"):
        page = client.get(address).content.decode()
        for name in FEEDS:
            assert f'type="application/atom+xml" href="{FEED.format(name)}"' in page
    assert (
        f'<a href="{FEED.format("closing")}">' in client.get("/current-proposals/").content.decode()
    )
