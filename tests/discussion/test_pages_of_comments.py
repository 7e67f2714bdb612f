"""Long discussions: fifty comments a page, and permanent addresses that lead to the right one."""

import pytest

from discussion import thread
from tests.factories import make_comment, make_post

UNKNOWN = "0b7f0d3a-9d3e-4f5c-8c2d-5d8f6f1f0a11"


@pytest.fixture(autouse=True)
def _five_a_page(monkeypatch):
    monkeypatch.setattr(thread, "PER_PAGE", 5)


@pytest.fixture
def long(post):
    """12 comments on the post: 4 threads of three."""
    comments = []
    for _ in range(4):
        first = make_comment(post)
        comments += [first, make_comment(post, parent=first), make_comment(post, parent=first)]
    return comments


def shown(page):
    return page.count('<article class="comment')


def test_page_holds_so_many_comments_whatever_the_threads(text, post, long):
    assert shown(text(post.url)) == 5
    assert shown(text(f"{post.url}?comments=2")) == 5
    assert shown(text(f"{post.url}?comments=3")) == 2


def test_pages_lead_to_each_other(text, post, long):
    page = text(f"{post.url}?comments=2")
    assert "Page 2 of 3" in page
    assert f'href="{post.url}#discussion"' in page
    assert f'href="{post.url}?comments=3#discussion"' in page
    assert f'<link rel="canonical" href="http://localhost{post.url}?comments=2">' in page
    assert "12 comments" in page


def test_reply_whose_thread_began_on_the_page_before_says_so(text, post, long):
    assert "In reply to a comment on the page before" in text(f"{post.url}?comments=2")


@pytest.mark.parametrize("number", ["0", "4", "01", "-1", "x", "", "²", "9" * 40])
def test_page_that_is_not_there_is_not_found(client, post, long, number):
    assert client.get(post.url, {"comments": number}).status_code == 404


@pytest.mark.parametrize("setting", ["open", "off"])
def test_nobody_can_invent_pages_of_an_empty_discussion(client, home, setting):
    post = make_post(comments_setting=setting)
    assert client.get(f"{post.url}?comments=2").status_code == 404


def test_permanent_address_leads_to_the_page_that_holds_the_comment(client, post, long):
    numbers = []
    for index in (0, 4, 5, 11):
        address = client.get(long[index].get_absolute_url())["Location"]
        anchor = f"#comment-{long[index].uuid}"
        assert address.endswith(anchor)
        assert f'id="{anchor[1:]}"' in client.get(address).content.decode()
        numbers.append(address.removeprefix(post.url).removesuffix(anchor))
    assert numbers == ["", "", "?comments=2", "?comments=3"]


def test_stones_keep_their_address(client, post):
    stone = make_comment(post, state="withdrawn")
    assert client.get(stone.get_absolute_url())["Location"] == f"{post.url}#comment-{stone.uuid}"


def test_comment_on_a_statement_leads_to_the_statements_page(client, statement):
    comment = make_comment(statement)
    address = client.get(comment.get_absolute_url())["Location"]
    assert address == f"{statement.own_url}#comment-{comment.uuid}"


@pytest.mark.parametrize("state", ["unconfirmed", "pending", "rejected"])
def test_comment_that_was_never_published_has_no_address(client, post, state):
    comment = make_comment(post, state=state, published_at=None)
    assert client.get(comment.get_absolute_url()).status_code == 404


def test_comment_on_a_page_that_is_gone_or_off_has_no_address(client, home):
    post = make_post()
    comment = make_comment(post)
    post.comments_setting = "off"
    post.save_revision().publish()
    assert client.get(comment.get_absolute_url()).status_code == 404
    post.unpublish()
    assert client.get(comment.get_absolute_url()).status_code == 404


@pytest.mark.parametrize("name", [UNKNOWN, UNKNOWN.upper(), "x", "\x00"])
def test_unknown_address_is_not_found(client, home, name):
    assert client.get(f"/comments/{name}/").status_code in {400, 404}


def test_permanent_address_is_kept_by_nobody(client, post):
    response = client.get(make_comment(post).get_absolute_url())
    assert response["Cache-Control"] == "private, no-store"
