"""The blog's lists: what stands in them, in which order, at which address."""

import re
from datetime import date, timedelta

import pytest
from django.utils import timezone
from wagtail.models import PageViewRestriction

from blog.models import Author, BlogPageAuthor, MeetingNotePage
from tests.factories import make_blog, make_organisation, make_post, make_strand


@pytest.fixture
def blog(home):
    return make_blog()


def titles(client, address):
    response = client.get(address)
    assert response.status_code == 200
    return [post.title for post in response.context["listed"]]


def test_newest_post_comes_first(client, blog):
    make_post("Older", date=date(2026, 3, 1))
    make_post("Newer", date=date(2026, 4, 1))
    assert titles(client, "/blog/") == ["Newer", "Older"]


def test_posts_and_meeting_notes_stand_in_one_list(client, blog):
    make_post("Post")
    make_post("Note", model=MeetingNotePage, place="Online")
    page = client.get("/blog/").content.decode()
    assert "Meeting note ·" in page
    assert page.count("<article") == 2


def test_drafts_and_restricted_posts_are_not_listed(client, blog):
    make_post("Draft", live=False)
    hidden = make_post("Hidden")
    PageViewRestriction.objects.create(page=hidden, restriction_type="login")
    assert titles(client, "/blog/") == []


def test_list_is_paged(client, blog):
    for day in range(12):
        make_post(f"Post {day}", date=date(2026, 3, 1) + timedelta(days=day))
    assert len(titles(client, "/blog/")) == 10
    assert titles(client, "/blog/?page=2") == ["Post 1", "Post 0"]


@pytest.mark.parametrize("number", ["3", "0", "01", "+1", "", "-1", "x", "%27", "9" * 30])
def test_page_that_is_not_there_is_not_found(client, blog, number):
    make_post()
    assert client.get(f"/blog/?page={number}").status_code == 404


def test_archive_by_strand(client, blog):
    make_post("In it", strand=make_strand())
    make_post("Outside")
    assert titles(client, "/blog/strand/research/") == ["In it"]


def test_archive_by_month(client, blog):
    make_post("March", date=date(2026, 3, 31))
    make_post("April", date=date(2026, 4, 1))
    response = client.get("/blog/2026/3/")
    assert [post.title for post in response.context["listed"]] == ["March"]
    assert "<h1>March 2026</h1>" in response.content.decode()


def test_archive_by_author_says_who_it_is(client, blog):
    author = Author.objects.create(name="Ida Marsh", slug="ida", biography="Advises on debt.")
    make_post("Hers", author_links=[BlogPageAuthor(author=author)])
    make_post("Another's")
    assert titles(client, "/blog/author/ida/") == ["Hers"]
    assert "Advises on debt." in client.get("/blog/author/ida/").content.decode()


@pytest.mark.parametrize(
    ("role", "organisation", "words"),
    [
        ("Director", "The Trust", ["Director, The Trust"]),
        ("Director", "", ["Director"]),
        ("", "The Trust", ["The Trust"]),
        ("", "", []),
    ],
)
def test_archive_by_author_says_what_is_known_and_nothing_else(
    client, blog, role, organisation, words
):
    trust = make_organisation(organisation) if organisation else None
    author = Author.objects.create(name="Ida Marsh", slug="ida", role=role, organisation=trust)
    make_post("Hers", author_links=[BlogPageAuthor(author=author)])
    page = client.get("/blog/author/ida/").content.decode()
    above_the_posts = page.partition("<h1>")[2].partition('<div class="posts">')[0]
    assert re.findall("<p.*?>(.*?)</p>", above_the_posts) == words


def test_archive_by_tag(client, blog):
    tagged = make_post("Tagged")
    tagged.tags.add("Consent")
    tagged.save_revision().publish()
    make_post("Untagged")
    assert titles(client, "/blog/tag/consent/") == ["Tagged"]


@pytest.mark.parametrize(
    "archive",
    ["strand/none", "2026/03", "author/none", "tag/none", "2026/13", "2026/0", "99999/1", "1999/1"],
)
def test_archive_without_posts_is_not_found(client, blog, archive):
    make_post(date=date(2026, 3, 1))
    assert client.get(f"/blog/{archive}/").status_code == 404


def test_side_column_counts_posts_by_month(client, blog):
    make_post(date=date(2026, 3, 1))
    make_post(date=date(2026, 3, 31))
    make_post(date=date(2026, 1, 1))
    months = client.get("/blog/").context["months"]
    assert list(months) == [(2026, 3, 2), (2026, 1, 1)]


def test_a_post_is_dated_today_unless_its_editor_says_otherwise(blog):
    assert make_post().date == timezone.localdate()
