"""A session lasts while it is used, and no longer than a working day."""

from datetime import timedelta

import pytest
from django.contrib.sessions.models import Session
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from tests.factories import make_post

from .conftest import PASSWORD, is_signed_in, sign_in

HOUR = timedelta(hours=1)


@pytest.fixture
def browser(client, policy):
    sign_in(client)
    return client


def lasts():
    """For how much longer, to the minute."""
    left = Session.objects.get().expire_date - timezone.now()
    return timedelta(minutes=round(left / timedelta(minutes=1)))


def set_back(client, **session):
    """Change what the session knows of its own age."""
    kept = client.session
    for name, value in session.items():
        kept[name] = value
    kept.save()


def test_two_hours_without_use_end_it(browser):
    browser.get("/admin/")
    assert lasts() == 2 * HOUR


def test_use_puts_the_end_off(browser):
    kept = browser.session
    kept.set_expiry(timezone.now() + timedelta(minutes=5))
    kept.save()
    assert lasts() == timedelta(minutes=5)
    browser.get("/admin/pages/")
    assert lasts() == 2 * HOUR


def test_twelve_hours_end_it_whatever_is_done(browser):
    set_back(browser, signed_in_at=browser.session["signed_in_at"] - 11 * 3600)
    browser.get("/admin/")
    assert lasts() == HOUR
    set_back(browser, signed_in_at=browser.session["signed_in_at"] - 2 * 3600)
    browser.get("/admin/")
    assert browser.get("/admin/").url.startswith("/account/sign-in/")


def test_page_that_merely_stands_open_is_no_use(browser):
    post = make_post()
    kept = browser.session
    kept.set_expiry(timezone.now() + timedelta(minutes=5))
    kept.save()
    ping = "wagtailadmin_editing_sessions:ping"
    session = browser.get(f"/admin/pages/{post.pk}/edit/").context["editing_sessions"]
    kept.set_expiry(timezone.now() + timedelta(minutes=5))
    kept.save()
    label = post._meta.app_label, post._meta.model_name
    address = reverse(ping, args=[*label, post.pk, session.current_session.pk])
    assert browser.post(address).status_code == 200
    assert lasts() == timedelta(minutes=5)


def test_quick_use_writes_nothing(browser, django_assert_num_queries):
    browser.get("/admin/")
    before = Session.objects.get().session_data
    browser.get("/admin/pages/")
    assert Session.objects.get().session_data == before


def test_new_password_ends_the_sessions_elsewhere_and_not_this_one(browser, policy):
    other = Client()
    sign_in(other)
    new = {"oldpassword": PASSWORD, "password1": "brand-new-words", "password2": "brand-new-words"}
    browser.post(reverse("account_change_password"), new)
    assert browser.get("/admin/").status_code == 200
    assert other.get("/admin/").status_code == 302


def test_closing_an_account_ends_its_sessions(browser, policy):
    policy.is_active = False
    policy.save()
    assert browser.get("/admin/").url.startswith("/account/sign-in/")


def test_readers_get_no_session(home):
    reader = Client()
    response = reader.get("/")
    assert not response.cookies
    assert "Cookie" not in response.get("Vary", "")
    assert not is_signed_in(reader)
