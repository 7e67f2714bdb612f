"""The blog's feeds: valid, complete, and found by readers' programs."""

from datetime import date, datetime

import pytest
from django.core.cache import cache
from wagtail.models import PageViewRestriction

from blog.models import Author, BlogPage, BlogPageAuthor, MeetingNotePage
from tests.atom import all_of, entries, read_feed, text, titles
from tests.factories import make_blog, make_post, make_strand


@pytest.fixture
def blog(home):
    return make_blog()


@pytest.fixture
def author(db):
    return Author.objects.create(name="Ida Marsh", slug="ida")


def test_feed_holds_posts_and_notes_newest_first(client, blog):
    make_post("Older", date=date(2026, 3, 1))
    make_post("Newer", MeetingNotePage, place="Online", date=date(2026, 4, 1))
    assert titles(read_feed(client.get("/blog/feed/"))) == ["Newer", "Older"]


def test_feed_of_a_strand_and_of_an_author_hold_theirs_alone(client, blog, author):
    make_post("In it", strand=make_strand())
    make_post("Hers", author_links=[BlogPageAuthor(author=author)])
    assert titles(read_feed(client.get("/blog/strand/research/feed/"))) == ["In it"]
    assert titles(read_feed(client.get("/blog/author/ida/feed/"))) == ["Hers"]


def test_entry_says_who_wrote_it_when_about_what(client, blog, author, settings):
    settings.SITE_URL = "https://policy.example.org"
    post = make_post(
        "A <b> & c",
        date=date(2026, 7, 1),
        introduction='Less < more & "so".',
        strand=make_strand(),
        author_links=[BlogPageAuthor(author=author)],
    )
    feed = read_feed(client.get("/blog/feed/"))
    [entry] = entries(feed)
    assert text(entry, "title") == "A <b> & c"
    assert text(entry, "summary") == "Less &lt; more &amp; &quot;so&quot;."
    assert all_of(entry, "link")[0].get("href") == f"https://policy.example.org{post.url}"
    assert [text(found, "name") for found in all_of(entry, "author")] == ["Ida Marsh"]
    assert [found.get("term") for found in all_of(entry, "category")] == ["Research and statistics"]
    assert text(entry, "published") == "2026-07-01T00:00:00+01:00"
    assert datetime.fromisoformat(text(entry, "updated")) == post.last_published_at
    assert text(feed, "id") == "https://policy.example.org/blog/feed/"


def test_entry_keeps_its_id_when_its_post_is_renamed_and_moved(client, blog):
    post = make_post("First")
    before = text(entries(read_feed(client.get("/blog/feed/")))[0], "id")
    post.title, post.slug = "Second", "second"
    post.save_revision().publish()
    cache.clear()
    [entry] = entries(read_feed(client.get("/blog/feed/")))
    assert text(entry, "title") == "Second"
    assert text(entry, "id") == before


def test_characters_that_no_xml_may_hold_are_left_out(client, blog, author):
    post = make_post("Bell", strand=make_strand(), author_links=[BlogPageAuthor(author=author)])
    BlogPage.objects.update(title="Be\x07ll \x1b\ufffe", introduction="Wo\x0brds")
    Author.objects.update(name="Ida\x01")
    make_strand().__class__.objects.update(title="Re\x08search")
    [entry] = entries(read_feed(client.get("/blog/feed/")))
    assert text(entry, "title") == "Bell"
    assert text(entry, "summary") == "Words"
    assert all_of(entry, "category")[0].get("term") == "Research"
    assert read_feed(client.get("/blog/strand/research/feed/")) is not None
    assert client.get(post.url).status_code == 200


def test_drafts_and_restricted_posts_are_not_told_of(client, blog):
    make_post("Draft", live=False)
    PageViewRestriction.objects.create(page=make_post("Hidden"), restriction_type="login")
    assert titles(read_feed(client.get("/blog/feed/"))) == []


@pytest.mark.parametrize("of", ["strand/none", "author/none", "tag/none", "2026/3"])
def test_what_is_not_there_has_no_feed(client, blog, of):
    assert client.get(f"/blog/{of}/feed/").status_code == 404


def test_lists_and_posts_name_their_feeds(client, blog, author):
    post = make_post(strand=make_strand(), author_links=[BlogPageAuthor(author=author)])

    def named(address):
        lines = client.get(address).content.decode().splitlines()
        return [line for line in lines if "application/atom+xml" in line]

    assert 'href="/blog/feed/"' in named("/blog/")[0]
    assert 'href="/blog/feed/"' in named(post.url)[0]
    for archive in ("strand/research", "author/ida"):
        first, second = named(f"/blog/{archive}/")
        assert f'href="/blog/{archive}/feed/"' in first
        assert 'href="/blog/feed/"' in second
        page = client.get(f"/blog/{archive}/").content.decode()
        assert f'<a href="/blog/{archive}/feed/">' in page


def test_archive_is_canonical_at_its_own_address(client, blog):
    make_post(strand=make_strand())
    page = client.get("/blog/strand/research/").content.decode()
    assert '<link rel="canonical" href="http://localhost/blog/strand/research/">' in page
