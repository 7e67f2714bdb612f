"""Wagtail's own doors are closed: each leads to ours."""

import pytest
from django.contrib.auth import views as auth_views
from django.test import Client
from django.urls import get_resolver, reverse
from django.urls.resolvers import URLResolver

from .conftest import PASSWORD, is_signed_in

DOORS = ["/admin/login/", "/_util/login/"]


@pytest.mark.parametrize("door", DOORS)
def test_door_leads_to_our_sign_in_and_keeps_the_way(client, home, door):
    response = client.get(f"{door}?next=/admin/pages/")
    assert response.url == "/account/sign-in/?next=/admin/pages/"


@pytest.mark.parametrize("door", DOORS)
@pytest.mark.parametrize("field", ["username", "login"])
def test_door_takes_no_password(client, policy, door, field):
    response = client.post(door, {field: "policy", "password": PASSWORD})
    assert response.status_code == 302
    assert not is_signed_in(client)


def test_forgotten_password_leads_to_our_page(client, home):
    assert client.get("/admin/password_reset/").url == reverse("account_reset_password")


@pytest.mark.parametrize("path", ["done/", "confirm/MQ/a-b/", "complete/"])
def test_wagtails_other_pages_for_passwords_are_gone(client, home, path):
    assert client.get(f"/admin/password_reset/{path}").status_code == 404


def addresses(resolver, before=""):
    """(address, view) of every pattern, the first of equal addresses alone, as Django finds it."""
    for pattern in resolver.url_patterns:
        address = before + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            yield from addresses(pattern, address)
        else:
            yield address, pattern.callback


def test_no_other_address_signs_anybody_in():
    first = {}
    for address, view in addresses(get_resolver()):
        first.setdefault(address, view)
    takers = {
        address
        for address, view in first.items()
        if issubclass(getattr(view, "view_class", object), auth_views.LoginView)
    }
    assert len(first) > 200
    assert takers == set()


def test_restricted_page_asks_for_our_sign_in(home):
    from wagtail.models import PageViewRestriction

    from tests.factories import make_post

    post = make_post()
    PageViewRestriction.objects.create(page=post, restriction_type=PageViewRestriction.LOGIN)
    assert Client().get(post.url).url.startswith("/account/sign-in/?next=")
