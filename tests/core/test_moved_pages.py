"""A page that moves leaves a permanent redirect behind, as do all below it and all it offers."""

import pytest
from pytest_django.asserts import assertRedirects

from blog.models import Author, BlogPageAuthor
from home.models import StandardPage
from tests.factories import make_blog, make_post, make_strand, place


@pytest.fixture
def rename(committed):
    def rename(page, slug):
        with committed():
            page.slug = slug
            page.save_revision().publish()

    return rename


def test_renamed_proposal_is_found_with_its_coverage(client, proposal, rename):
    old = proposal.url
    rename(proposal, "elsewhere")
    new = "/current-proposals/elsewhere/"
    assertRedirects(client.get(old), new, 301)
    assertRedirects(client.get(f"{old}coverage/"), f"{new}coverage/", 301)


def test_renamed_list_of_proposals_is_found_with_feeds_and_proposals(client, proposal, rename):
    old = proposal.get_parent().url
    rename(proposal.get_parent().specific, "proposals")
    assertRedirects(client.get(old), "/proposals/", 301)
    assertRedirects(client.get(f"{old}feed/closing/"), "/proposals/feed/closing/", 301)
    for below in ("the-proposal/", "the-proposal/coverage/"):
        assertRedirects(client.get(f"{old}{below}"), f"/proposals/{below}", 301)


def test_renamed_blog_is_found_with_archives_feeds_and_posts(client, home, rename):
    author = Author.objects.create(name="Ida Marsh", slug="ida")
    post = make_post("News", strand=make_strand(), author_links=[BlogPageAuthor(author=author)])
    rename(make_blog(), "news")
    lists = ["strand/research/", "author/ida/"]
    month = f"{post.date.year}/{post.date.month}/"
    for below in ("", "feed/", "news/", month, *lists, *(f"{path}feed/" for path in lists)):
        assertRedirects(client.get(f"/blog/{below}"), f"/news/{below}", 301)


def test_moved_page_takes_those_below_it_along(client, home, committed):
    section = place(home, StandardPage(title="Section"))
    about = place(home, StandardPage(title="About"))
    place(about, StandardPage(title="Below"))
    with committed():
        about.move(section, pos="last-child")
    assertRedirects(client.get("/about/"), "/section/about/", 301)
    assertRedirects(client.get("/about/below/"), "/section/about/below/", 301)


def test_redirect_follows_a_page_that_moves_twice(client, post, rename):
    old = post.url
    rename(post, "second")
    rename(post, "third")
    for address in (old, "/blog/second/"):
        assertRedirects(client.get(address), "/blog/third/", 301)


def test_new_page_at_an_old_address_wins(client, post, rename):
    old = post.url
    rename(post, "elsewhere")
    make_post("The post")
    assert client.get(old).status_code == 200


def test_parameters_of_an_old_address_do_not_hide_it(client, post, rename):
    old = post.url
    rename(post, "elsewhere")
    assertRedirects(client.get(f"{old}?utm_source=mail"), "/blog/elsewhere/", 301)
