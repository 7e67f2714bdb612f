"""A link by mail signs a person in on one browser, without a password, for 30 days."""

import pytest
from django.http import HttpResponse
from django.test import RequestFactory

from stakeholders import identity, lifecycle, links
from tests.factories import make_stakeholder

DAY = 24 * 60 * 60


@pytest.fixture
def stakeholder(db):
    return make_stakeholder()


def path_of(url):
    return url.removeprefix("http://localhost")


def request_with(cookies):
    request = RequestFactory().get("/")
    request.COOKIES = {name: morsel.value for name, morsel in cookies.items()}
    return request


@pytest.fixture
def signed_in(stakeholder):
    """A request from a browser on which the stakeholder is signed in."""
    response = HttpResponse()
    identity.remember(response, stakeholder)
    return request_with(response.cookies)


def test_browser_knows_the_person_again(signed_in, stakeholder):
    assert identity.identify(signed_in) == stakeholder


def test_browser_forgets_the_person_after_30_days(signed_in, later):
    later(31)
    assert identity.identify(signed_in) is None


def test_leaving_ends_it_on_every_browser(signed_in, stakeholder):
    lifecycle.leave(stakeholder, "test")
    assert identity.identify(signed_in) is None


def test_cookie_is_out_of_reach_for_scripts_and_other_sites(stakeholder, settings):
    settings.SESSION_COOKIE_SECURE = True
    response = HttpResponse()
    identity.remember(response, stakeholder)
    cookie = response.cookies["stakeholder"]
    assert cookie["httponly"]
    assert cookie["secure"]
    assert (cookie["samesite"], cookie["path"], cookie["domain"]) == ("Lax", "/", "")
    assert cookie["max-age"] == 30 * DAY


@pytest.mark.parametrize("value", ["", "x", "a:b:c", "é", "\x00", "9" * 5000])
def test_forged_cookie_is_nobody(db, value):
    request = RequestFactory().get("/")
    request.COOKIES = {"stakeholder": value}
    assert identity.identify(request) is None


def test_opening_the_link_signs_nobody_in(client, stakeholder):
    response = client.get(path_of(links.preferences_url(stakeholder)))
    assert response.status_code == 200
    assert not response.cookies.get("stakeholder")


def test_button_behind_the_link_signs_in(client, stakeholder):
    response = client.post(path_of(links.preferences_url(stakeholder)))
    assert response.status_code == 302
    assert identity.identify(request_with(client.cookies)) == stakeholder


def test_old_link_does_not_sign_in(client, stakeholder, later):
    link = path_of(links.preferences_url(stakeholder))
    later(31)
    assert client.post(link).status_code == 404


def test_link_of_who_left_does_not_sign_in(client, stakeholder):
    link = path_of(links.preferences_url(stakeholder))
    lifecycle.leave(stakeholder, "test")
    assert client.post(link).status_code == 404


def test_links_hold_when_the_secret_key_changes(client, stakeholder, settings):
    made = [links.preferences_url(stakeholder), links.unsubscribe_url(stakeholder)]
    settings.SECRET_KEY_FALLBACKS = [settings.SECRET_KEY]
    settings.SECRET_KEY = "another"
    assert [client.get(path_of(link)).status_code for link in made] == [200, 200]
    settings.SECRET_KEY_FALLBACKS = []
    assert [client.get(path_of(link)).status_code for link in made] == [404, 404]


@pytest.mark.parametrize("token", ["x", "a:b:c", "9" * 400, "%00", "é:1:2", "::"])
def test_forged_link_explains_itself(client, home, token):
    for purpose in ("enter", "unsubscribe"):
        assert client.get(f"/stakeholders/{purpose}/{token}/").status_code in {400, 404}


def test_link_for_one_purpose_does_not_serve_another(client, stakeholder):
    token = links.unsubscribe_url(stakeholder).split("/")[-2]
    assert client.post(f"/stakeholders/enter/{token}/").status_code == 404
