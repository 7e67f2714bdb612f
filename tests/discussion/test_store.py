"""A change in the discussion drops exactly the stored pages that show it."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from discussion import thread
from discussion.models import Decision, ModerationPage, PublicComment, ResponsesPage
from discussion.signals import comment_decided, comment_shown_otherwise
from tests.factories import make_comment, make_post, make_proposal, make_response, place

FEED = "/comments/feed/"


@pytest.fixture
def is_stored():
    """Whether the public gets `url` from the store; if not, it is in the store afterwards."""

    def ask(url):
        with CaptureQueriesContext(connection) as queries:
            assert Client().get(url).status_code == 200
        return not queries.captured_queries

    return ask


@pytest.fixture
def pages(home, post, proposal, is_stored):
    """{name: url} of stored pages."""
    make_response(make_post("Answered"))  # its organisation is known to all pages
    statement = proposal.published_statements.get(kind="risk")
    other = make_proposal("Another")
    responses = place(home, ResponsesPage(title="Responses", slug="responses"))
    moderation = place(home, ModerationPage(title="Moderation", introduction="We read."))
    urls = {
        "home": home.url,
        "post": post.url,
        "other post": make_post("Another").url,
        "blog": "/blog/",
        "proposal": proposal.url,
        "statement": statement.own_url,
        "other proposal": other.url,
        "proposals": "/current-proposals/",
        "responses": responses.url,
        "moderation": moderation.url,
        "all": FEED,
        "feed of the post": f"{FEED}page-{post.pk}/",
        "feed of the statement": f"{FEED}statement-{statement.pk}/",
    }
    Client().get("/not-there/")
    for url in urls.values():
        is_stored(url)
    assert all(is_stored(url) for url in urls.values())
    return urls


@pytest.fixture
def dropped(pages, is_stored):
    return lambda: {name for name, url in pages.items() if not is_stored(url)}


def show_otherwise(comment):
    comment_shown_otherwise.send(sender=PublicComment, comment=comment)


def test_publishing_a_comment_on_a_post_drops_that_post(committed, post, dropped):
    with committed():
        show_otherwise(make_comment(post))
    assert dropped() == {"home", "post", "all", "feed of the post"}


def test_publishing_a_comment_on_a_statement_drops_its_proposal(committed, statement, dropped):
    with committed():
        show_otherwise(make_comment(statement))
    assert dropped() == {"home", "proposal", "statement", "all", "feed of the statement"}


def test_waiting_comment_drops_nothing(committed, post, dropped):
    with committed():
        make_comment(post, state="pending")
    assert dropped() == set()


def test_response_drops_where_it_is_shown_and_where_it_was(committed, post, statement, dropped):
    with committed():
        response = make_response(post)
    assert dropped() == {"post", "responses", "feed of the post"}
    with committed():
        response.place = f"statement-{statement.pk}"
        response.save()
    found = {"post", "feed of the post", "proposal", "statement", "feed of the statement"}
    assert dropped() == {*found, "responses"}


def test_decision_drops_the_figures(committed, post, dropped):
    with committed():
        decision = Decision(comment=make_comment(post), action="approve", state_before="pending")
        decision.save()
        comment_decided.send(sender=Decision, decision=decision)
    assert dropped() == {"moderation"}


def test_page_of_comments_is_stored_and_an_invented_one_is_not(post, is_stored, monkeypatch):
    monkeypatch.setattr(thread, "PER_PAGE", 1)
    for _ in range(2):
        make_comment(post)
    is_stored(f"{post.url}?comments=2")
    assert is_stored(f"{post.url}?comments=2")
    Client().get(f"{post.url}?comments=3")
    with CaptureQueriesContext(connection) as queries:
        assert Client().get(f"{post.url}?comments=3").status_code == 404
    assert queries.captured_queries


def test_coverage_has_no_pages_of_comments_to_store(proposal, is_stored):
    url = f"{proposal.url}coverage/?comments=7"
    is_stored(url)
    assert not is_stored(url)
