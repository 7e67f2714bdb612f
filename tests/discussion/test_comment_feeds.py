"""Comments as feeds: valid whatever was typed, and without what nobody may read."""

import pytest

from tests.atom import all_of, entries, read_feed, text, titles
from tests.factories import make_comment, make_post


@pytest.fixture
def feed(client):
    return lambda of="": read_feed(client.get(f"/comments/feed/{of}"))


def test_all_comments_are_told_newest_first(feed, post, statement):
    make_comment(post, user_name="Ada")
    make_comment(statement, user_name="Bo")
    assert titles(feed()) == [f"Bo on {statement.claim}", "Ada on The post"]


def test_page_tells_of_its_statements_and_a_statement_of_itself(feed, post, proposal, statement):
    make_comment(post, user_name="Ada")
    make_comment(proposal, user_name="Bo")
    make_comment(statement, user_name="Cy")
    of_proposal = titles(feed(f"page-{proposal.pk}/"))
    assert [title[:2] for title in of_proposal] == ["Cy", "Bo"]
    assert [title[:2] for title in titles(feed(f"statement-{statement.pk}/"))] == ["Cy"]


def test_entry_says_who_said_what_where(feed, post):
    comment = make_comment(post, "Mind *this*.")
    [entry] = entries(feed())
    assert text(entry, "summary") == "<p>Mind <em>this</em>.</p>"
    assert text(entry, "id") == comment.uuid.urn
    assert all_of(entry, "link")[0].get("href").endswith(f"/comments/{comment.uuid}/")
    assert [text(author, "name") for author in all_of(entry, "author")] == ["Ada Marsh"]


def test_hostile_text_makes_no_invalid_feed_and_no_address_is_told(client, feed, post):
    make_comment(
        post,
        "]]> <script>x</script> &nbsp; \x0b \ufffe",
        user_name='<b>"Ada"&\x01',
        organisation="<",
    )
    [entry] = entries(feed())
    assert "<script>" not in text(entry, "summary")
    assert "ada@example.org" not in client.get("/comments/feed/").content.decode()


@pytest.mark.parametrize("state", ["unconfirmed", "pending", "rejected", "withheld", "withdrawn"])
def test_feed_is_silent_on_what_is_not_published(feed, post, state):
    make_comment(post, state=state)
    assert entries(feed()) == []


@pytest.mark.parametrize("hide", ["off", "unpublished"])
def test_feed_is_silent_on_pages_that_show_none(client, feed, home, hide):
    post = make_post(comments_setting="off" if hide == "off" else "open")
    make_comment(post)
    if hide == "unpublished":
        post.unpublish()
    assert entries(feed()) == []
    assert client.get(f"/comments/feed/page-{post.pk}/").status_code == 404


@pytest.mark.parametrize("key", ["page-9999", "statement-9999", "nonsense", "page-" + "9" * 40])
def test_feed_of_nothing_is_not_found(client, home, key):
    assert client.get(f"/comments/feed/{key}/").status_code == 404


def test_pages_name_their_feeds(client, home, post, proposal):
    for page in (post, proposal):
        head = client.get(page.url).content.decode().partition("</head>")[0]
        assert f'href="/comments/feed/page-{page.pk}/"' in head
    assert 'href="/comments/feed/"' in client.get("/").content.decode().partition("</head>")[0]
