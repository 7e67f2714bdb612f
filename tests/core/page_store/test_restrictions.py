"""A page that becomes private is not served from the store, nor are those below it."""

import pytest
from django.test import Client
from wagtail.models import PageViewRestriction

from home.models import StandardPage
from tests.factories import make_blog, make_post, place


@pytest.fixture
def restrict(committed):
    def add(page, kind=PageViewRestriction.PASSWORD):
        with committed():
            return PageViewRestriction.objects.create(
                page=page, restriction_type=kind, password="open sesame"
            )

    return add


def test_restricted_page_is_no_longer_served_to_the_public(client, home, post, store, restrict):
    store(post.url, home.url, make_blog().url)
    restrict(post)
    assert post.introduction not in client.get(post.url).content.decode()
    assert post.title not in client.get(home.url).content.decode()
    assert post.title not in client.get(make_blog().url).content.decode()


def test_pages_below_a_restricted_one_are_no_longer_served(client, home, proposal, store, restrict):
    store(proposal.url, f"{proposal.url}coverage/", home.url)
    restrict(proposal.get_parent())
    for url in (proposal.url, f"{proposal.url}coverage/", home.url):
        assert proposal.summary not in client.get(url).content.decode()
    assert proposal.title not in client.get(home.url).content.decode()


def test_alias_of_a_restricted_page_is_no_longer_served(client, home, store, restrict):
    page = place(home, StandardPage(title="About", introduction="For some alone."))
    alias = page.create_alias(update_slug="alias")
    store(alias.url)
    restrict(page)
    assert page.introduction not in client.get(alias.url).content.decode()


def test_page_is_public_again_when_its_restriction_ends(client, post, store, restrict, committed):
    restriction = restrict(post)
    client.get(post.url)
    with committed():
        restriction.delete()
    assert post.introduction in client.get(post.url).content.decode()
    store(post.url)


def test_password_page_is_private_and_never_kept(post, restrict, is_stored):
    restrict(post)
    for _ in range(2):
        response = Client().get(post.url)
        assert b"password" in response.content
        assert "no-store" in response["Cache-Control"]
        assert "public" not in response["Cache-Control"]
        assert not is_stored(post.url)


def test_reader_with_the_password_gets_a_page_of_their_own(client, post, restrict, is_stored):
    restriction = restrict(post)
    response = client.post(
        f"/_util/authenticate_with_password/{restriction.pk}/{post.pk}/",
        {"password": "open sesame", "return_url": post.url},
        follow=True,
    )
    assert post.introduction in response.content.decode()
    assert "no-store" in response["Cache-Control"]
    assert "public" not in response["Cache-Control"]
    assert not is_stored(post.url)
    assert post.introduction not in Client().get(post.url).content.decode()


def test_page_for_signed_in_readers_sends_others_to_sign_in(client, post, restrict, is_stored):
    restrict(post, PageViewRestriction.LOGIN)
    response = client.get(post.url)
    assert response.status_code == 302
    assert "no-store" in response["Cache-Control"]
    assert not is_stored(post.url)


def test_page_under_a_restricted_one_stands_in_no_list(home, restrict):
    from blog.models import BlogPage

    make_post("Hidden")
    assert BlogPage.objects.published().count() == 1
    restrict(make_blog())
    assert BlogPage.objects.published().count() == 0
    assert BlogPage.objects.live().count() == 1
