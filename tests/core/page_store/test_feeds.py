"""Feeds are kept as pages are, and dropped when what they list changes."""

import pytest
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext

from blog.models import Author, BlogPageAuthor
from proposals.feeds import FEEDS
from tests.factories import make_post, make_proposal

BLOG = ["/blog/feed/", "/blog/author/ida/feed/"]
PROPOSALS = [f"/current-proposals/feed/{name}/" for name in FEEDS]


@pytest.fixture
def author(db):
    return Author.objects.create(name="Ida Marsh", slug="ida")


@pytest.fixture
def hers(home, author):
    return make_post(author_links=[BlogPageAuthor(author=author)])


@pytest.fixture
def stored(client, hers, proposal, store):
    client.get("/not-there/")  # the menu is known, and holds none of these
    store(*BLOG, *PROPOSALS)


@pytest.fixture
def dropped(is_stored):
    return lambda: [feed for feed in [*BLOG, *PROPOSALS] if not is_stored(feed)]


def test_publishing_a_post_drops_the_blogs_feeds(stored, hers, dropped, committed):
    with committed():
        hers.title = "Another"
        hers.save_revision().publish()
    assert dropped() == BLOG


def test_renaming_an_author_drops_the_blogs_feeds(stored, author, dropped, committed):
    with committed():
        author.name = "Ida Marsh-Jones"
        author.save()
    assert dropped() == BLOG


def test_publishing_a_proposal_drops_the_proposals_feeds(stored, proposal, dropped, committed):
    with committed():
        proposal.save_revision().publish()
    assert dropped() == PROPOSALS


def test_publishing_what_no_feed_lists_drops_none(stored, home, dropped, committed):
    with committed():
        home.lede = "Anew."
        home.save_revision().publish()
    assert dropped() == []


@pytest.mark.parametrize("feed", [*BLOG, *PROPOSALS])
def test_feed_is_public_and_sets_no_cookie(client, hers, proposal, feed):
    response = client.get(feed)
    assert "public" in response["Cache-Control"]
    assert not response.cookies


@pytest.fixture
def count(client):
    def count(url):
        client.get(url)  # Django asks once per process which site this is
        cache.clear()
        assert client.get("/not-there/").status_code == 404  # the frame is kept again
        with CaptureQueriesContext(connection) as queries:
            assert client.get(url).status_code == 200
        return len(queries)

    return count


@pytest.fixture
def many(home, author):
    """Makes posts and proposals that stand in every feed."""

    def make(number):
        for _ in range(number):
            make_post(author_links=[BlogPageAuthor(author=author)])
            make_proposal().save_revision().publish()
            make_proposal(outcome="concluded")

    return make


def test_feeds_cost_the_same_with_few_entries_and_with_many(many, count):
    many(1)
    few = [count(feed) for feed in [*BLOG, *PROPOSALS]]
    many(4)
    assert [count(feed) for feed in [*BLOG, *PROPOSALS]] == few
    assert max(few) <= 10
