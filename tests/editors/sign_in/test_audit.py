"""The site history tells who signed in, who tried to and what changed, but never where from."""

import pytest
from django.urls import reverse
from wagtail.models import ModelLogEntry

from .conftest import PASSWORD, code_now, give_app, give_code, sign_in

OUT = "account_logout"


def history():
    """(action, whom it is about, who did it), oldest first."""
    entries = ModelLogEntry.objects.filter(action__startswith="editors.").order_by("pk")
    return [(e.action.removeprefix("editors."), e.label, e.user and str(e.user)) for e in entries]


@pytest.fixture(autouse=True)
def _forget(policy):
    ModelLogEntry.objects.all().delete()


def test_signing_in_and_out(client):
    sign_in(client)
    client.post(reverse(OUT))
    assert history() == [("signed_in", "policy", "policy"), ("signed_out", "policy", "policy")]


def test_failed_sign_in_is_nobodys_deed(client):
    sign_in(client, password="wrong")
    assert history() == [("sign_in_failed", "policy", None)]


def test_unknown_name_is_not_kept(client):
    sign_in(client, "my-password-by-mistake", "wrong")
    assert history() == []
    assert "my-password" not in str(list(ModelLogEntry.objects.values()))


def test_wrong_code_and_recovery_code(client, policy):
    codes = give_app(policy)
    sign_in(client)
    give_code(client, "000000")
    give_code(client, codes[0])
    assert history() == [
        ("code_failed", "policy", None),
        ("recovery_code_used", "policy", "policy"),
        ("signed_in", "policy", "policy"),
    ]


def test_code_from_the_app_is_a_sign_in_like_any(client, policy):
    give_app(policy)
    sign_in(client)
    give_code(client, code_now())
    assert [entry[0] for entry in history()] == ["signed_in"]


def test_new_password(client, mailoutbox):
    sign_in(client)
    new = {"oldpassword": PASSWORD, "password1": "brand-new-words", "password2": "brand-new-words"}
    client.post(reverse("account_change_password"), new)
    assert history()[-1] == ("password_changed", "policy", "policy")
    assert "password" in mailoutbox[-1].body
    assert "127.0.0.1" not in mailoutbox[-1].body


def test_password_by_mail(client, policy, mailoutbox):
    client.post(reverse("account_reset_password"), {"email": policy.email})
    link = next(word for word in mailoutbox[0].body.split() if "key:" in word)
    new = {"password1": "brand-new-words", "password2": "brand-new-words"}
    client.post(client.get(link).url, new)
    assert [entry[0] for entry in history()] == ["password_reset", "signed_in"]


def test_second_factor_gone(client, policy):
    give_app(policy)
    sign_in(client)
    give_code(client, code_now())
    client.post(reverse("mfa_deactivate_totp"))
    assert [entry[0] for entry in history()][1:] == ["factor_removed", "factor_removed"]


def test_administrator_reads_it_in_words(clients, client, policy):
    give_app(policy)
    sign_in(client)
    give_code(client, code_now())
    client.post(reverse("mfa_deactivate_totp"))
    sign_in(client, password="wrong")
    page = clients["superuser"].get("/admin/reports/site-history/").content.decode()
    for words in ("Signed in", "Removed an app", "Removed recovery codes"):
        assert words in page


def test_no_entry_holds_an_address(client):
    sign_in(client)
    sign_in(client, password="wrong")
    assert "127.0.0.1" not in str(list(ModelLogEntry.objects.values()))
