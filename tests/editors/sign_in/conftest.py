"""People with passwords and second factors."""

import time

import pytest
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal import auth
from django.test import Client
from django.urls import reverse

PASSWORD = "a-long-enough-password"
SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"


@pytest.fixture(autouse=True)
def _standing_clock(monkeypatch):
    """The app shows the same code for as long as a test lasts."""
    monkeypatch.setattr(auth, "yield_hotp_counters_from_time", lambda: [1])


@pytest.fixture
def policy(people):
    """A publisher of the policy team, with a password."""
    person = people["policy"]
    person.set_password(PASSWORD)
    person.save()
    return person


@pytest.fixture
def visitor(db):
    """Somebody who has not signed in, and would see a 500."""
    return Client(raise_request_exception=False)


@pytest.fixture
def later(monkeypatch):
    """`later(seconds)` lets that much time pass for limits and codes."""
    ticking, gone = time.time, []
    monkeypatch.setattr(time, "time", lambda: ticking() + sum(gone))
    return gone.append


def sign_in(client, name="policy", password=PASSWORD, follow=False, **more):
    data = {"login": name, "password": password, **more}
    return client.post(reverse("account_login"), data, follow=follow)


def is_signed_in(client):
    return "_auth_user_id" in client.session


def give_app(person):
    """Set up an authenticator app and recovery codes, which are returned."""
    auth.TOTP.activate(person, SECRET)
    return RecoveryCodes.activate(person).get_unused_codes()


def code_now():
    """What the app shows."""
    return auth.format_hotp_value(auth.hotp_value(SECRET, 1))


def give_code(client, code, **more):
    return client.post(reverse("mfa_authenticate"), {"code": code, **more})
