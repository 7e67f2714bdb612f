"""Whoever has a second factor needs it, each time."""

import pytest
from django.urls import reverse

from .conftest import code_now, give_app, give_code, is_signed_in, sign_in


@pytest.fixture
def codes(policy):
    """The recovery codes of a publisher who has an app."""
    return give_app(policy)


def test_password_alone_no_longer_opens_the_admin(client, codes):
    assert sign_in(client).url == reverse("mfa_authenticate")
    assert not is_signed_in(client)
    assert client.get("/admin/").url.startswith("/account/sign-in/")


def test_code_from_the_app_opens_it_and_keeps_the_way(client, codes):
    sign_in(client, next="/admin/pages/")
    assert give_code(client, code_now()).url == "/admin/pages/"
    assert is_signed_in(client)


@pytest.mark.parametrize(
    "code", ["000000", "", "12345", "1" * 5000, "a\x00b", "１２３４５６", "é" * 6, "{{ code }}"]
)
def test_wrong_code_does_not(visitor, codes, code):
    sign_in(visitor)
    assert give_code(visitor, code).status_code == 200
    assert not is_signed_in(visitor)


def test_code_is_good_for_one_sign_in(client, codes):
    code = code_now()
    sign_in(client)
    give_code(client, code)
    client.post(reverse("account_logout"))
    sign_in(client)
    answer = give_code(client, code)
    assert "was used before" in answer.content.decode()
    assert not is_signed_in(client)


def test_recovery_code_is_good_once(client, codes):
    sign_in(client)
    assert give_code(client, codes[0]).url == "/admin/"
    client.post(reverse("account_logout"))
    sign_in(client)
    assert give_code(client, codes[0]).status_code == 200
    assert not is_signed_in(client)
    assert give_code(client, codes[1]).url == "/admin/"


def test_sixth_wrong_code_is_refused_and_so_is_the_right_one_until_later(client, codes, later):
    sign_in(client)
    for _ in range(5):
        give_code(client, "000000")
    assert "Wait five minutes" in give_code(client, codes[0]).content.decode()
    later(301)
    assert give_code(client, codes[0]).url == "/admin/"


def test_second_step_without_the_first_leads_to_the_first(client, home):
    assert client.get(reverse("mfa_authenticate")).url == reverse("account_login")
    assert give_code(client, "123456").url == reverse("account_login")


def test_password_reset_by_mail_asks_for_it_too(client, codes, policy, mailoutbox):
    client.post(reverse("account_reset_password"), {"email": policy.email})
    link = next(word for word in mailoutbox[0].body.split() if "key:" in word)
    form = client.get(link).url
    new = {"password1": "another-long-password", "password2": "another-long-password"}
    assert client.post(form, new).url == reverse("mfa_authenticate")
    assert not is_signed_in(client)


@pytest.mark.parametrize(
    "name", ["mfa_deactivate_totp", "mfa_add_webauthn", "mfa_generate_recovery_codes"]
)
def test_factors_are_changed_by_who_gave_the_password_lately(client, policy, codes, name, later):
    sign_in(client)
    give_code(client, code_now())
    assert client.get(reverse(name)).status_code == 200
    later(301)
    confirm = f"{reverse('account_reauthenticate')}?next={reverse(name)}"
    assert client.get(reverse(name)).url == confirm
    assert client.post(reverse(name), {"secret": "kept nowhere"}).url == confirm
    assert "kept nowhere" not in str(dict(client.session))
    assert "REMOTE_ADDR" not in str(dict(client.session))
    wrong = client.post(confirm, {"password": "wrong", "next": reverse(name)})
    assert wrong.status_code == 200
    right = client.post(confirm, {"password": "a-long-enough-password", "next": reverse(name)})
    assert right.url == reverse(name)
    assert client.get(reverse(name)).status_code == 200
