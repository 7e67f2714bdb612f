"""Out in one click: from the mail program itself (RFC 8058), or by one button."""

import time

import pytest
from django.test import Client
from django.urls import reverse

from stakeholders import links
from stakeholders.lifecycle import erase
from stakeholders.models import Stakeholder
from tests.factories import make_stakeholder


@pytest.fixture
def stakeholder(db):
    return make_stakeholder(follows_all=True)


@pytest.fixture
def link(stakeholder):
    return links.unsubscribe_url(stakeholder).removeprefix("http://localhost")


def has_left():
    return Stakeholder.objects.get().left_at is not None


def test_mail_program_needs_neither_cookie_nor_csrf_token(link):
    mail_program = Client(enforce_csrf_checks=True)
    response = mail_program.post(link, {"List-Unsubscribe": "One-Click"})
    assert response.status_code == 200
    assert has_left()
    assert not Stakeholder.objects.to_tell().exists()


def test_opening_the_link_changes_nothing(client, link):
    response = client.get(link)
    assert "Send me nothing more" in response.content.decode()
    assert not has_left()


def test_second_click_does_no_harm(client, link):
    for _ in range(2):
        assert "No more mails" in client.post(link).content.decode()


def test_who_has_left_is_led_to_signing_up_again(client, link):
    page = client.post(link).content.decode()
    assert f'<a href="{reverse("stakeholder_sign_up")}">sign up again</a>' in page


def test_link_holds_for_years(client, link, monkeypatch):
    real = time.time
    monkeypatch.setattr(time, "time", lambda: real() + 10 * 365 * 24 * 60 * 60)
    client.post(link)
    assert has_left()


def test_page_is_kept_by_nobody(client, link):
    assert client.get(link)["Cache-Control"] == "private, no-store"


def test_who_was_erased_is_told_that_nothing_is_held(client, link, stakeholder):
    erase(stakeholder)
    page = client.get(link).content.decode()
    assert "Your address, name and organisation are deleted." in page
    assert reverse("stakeholder_link") not in page.partition("<main")[2].partition("</main>")[0]
