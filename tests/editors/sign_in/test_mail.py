"""A new password comes by mail, to the address that an administrator gave."""

import pytest
from django.urls import reverse

from mailing.models import Delivery

from .conftest import is_signed_in, sign_in

RESET = "/account/password/reset/"


def link(mailoutbox):
    return next(word for word in mailoutbox[0].body.split() if "key:" in word)


@pytest.mark.parametrize("email", ["policy@example.org", "nobody@example.org"])
def test_answer_is_the_same_for_any_address(client, policy, email):
    response = client.post(RESET, {"email": email}, follow=True)
    assert response.redirect_chain == [(reverse("account_reset_password_done"), 302)]
    assert email not in response.content.decode()


def test_no_mail_goes_to_an_address_that_is_nobodys(client, policy, mailoutbox):
    client.post(RESET, {"email": "nobody@example.org"})
    assert mailoutbox == []


def test_mail_names_our_own_host_and_no_other(client, policy, mailoutbox, settings):
    settings.SITE_URL = "https://policy.example.org"
    client.post(RESET, {"email": policy.email}, headers={"Host": "localhost"})
    assert link(mailoutbox).startswith("https://policy.example.org/account/password/new/key:")
    assert mailoutbox[0].subject == "Data sharing in government: Choose a new password"
    assert "policy" in mailoutbox[0].body


def test_opening_the_link_changes_nothing_and_it_works_once(client, policy, mailoutbox):
    client.post(RESET, {"email": policy.email})
    for _ in range(2):
        form = client.get(link(mailoutbox)).url
    policy.refresh_from_db()
    assert policy.check_password("a-long-enough-password")
    new = {"password1": "brand-new-words", "password2": "brand-new-words"}
    assert client.post(form, new).url == "/admin/"
    client.post(reverse("account_logout"))
    assert "no longer works" in client.get(link(mailoutbox)).content.decode()


def test_address_that_was_changed_gets_nothing_any_more(client, policy, mailoutbox):
    client.post(RESET, {"email": policy.email})
    old = link(mailoutbox)
    policy.email = "new@example.org"
    policy.save()
    assert "no longer works" in client.get(old).content.decode()
    client.post(RESET, {"email": "policy@example.org"})
    assert len(mailoutbox) == 1


def test_weak_password_is_refused_in_words(client, policy, mailoutbox):
    client.post(RESET, {"email": policy.email})
    response = client.post(
        client.get(link(mailoutbox)).url, {"password1": "12345678", "password2": "12345678"}
    )
    assert "too common" in response.content.decode()
    assert not is_signed_in(client)


@pytest.mark.parametrize("key", ["1-a-b", "z" * 18 + "-a-b", "0-set-password", "1-%00", "1-é"])
def test_made_up_link_is_answered_in_words(visitor, home, key):
    assert visitor.get(f"/account/password/new/key:{key}/").status_code in {200, 400}


def test_link_waits_in_the_outbox_so_that_no_answer_waits_for_a_mail_server(
    visitor, policy, settings
):
    settings.EMAIL_BACKEND = "mailing.backend.OutboxBackend"
    assert visitor.post(RESET, {"email": policy.email}).status_code == 302
    assert Delivery.objects.get().address == policy.email


def test_name_and_address_are_not_changed_by_an_open_session(client, policy):
    sign_in(client)
    page = client.get("/admin/account/").content.decode()
    assert 'name="name_email-first_name"' in page
    assert 'name="name_email-email"' not in page
    assert 'type="password"' not in page
    assert reverse("mfa_index") in page
