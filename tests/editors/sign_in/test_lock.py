"""Wrong tries are limited by network and by name, and the right person is not kept out for long."""

import pytest
from django.core.cache import cache
from django.test import Client
from django.urls import reverse

from .conftest import PASSWORD, is_signed_in, sign_in

LOCKED = "Too many wrong tries. Wait five minutes"


def tries(number, name="policy", network=None):
    """The answers to so many wrong passwords, each from another network unless one is given."""
    answers = []
    for each in range(number):
        address = network or f"198.51.100.{each}"
        answers.append(sign_in(Client(REMOTE_ADDR=address), name, "wrong").content.decode())
    return [LOCKED in answer for answer in answers]


def enters(network="203.0.113.7"):
    client = Client(REMOTE_ADDR=network)
    sign_in(client)
    return is_signed_in(client)


def test_thirty_wrong_passwords_are_not_taken(policy):
    assert tries(30) == [False] * 5 + [True] * 25


def test_right_password_is_refused_while_locked_and_taken_after(policy, later):
    tries(5)
    assert not enters()
    later(301)
    assert enters()


def test_trying_on_while_locked_does_not_lock_for_longer(policy, later):
    tries(5)
    later(200)
    tries(30)
    later(101)
    assert enters()


def test_others_of_the_network_are_locked_out_only_by_many_tries(policy, later):
    for number in range(19):
        assert tries(1, f"name-{number}", "203.0.113.7") == [False]
    assert enters("203.0.113.7")
    assert tries(1, "one more", "203.0.113.7") == [False]
    assert not enters("203.0.113.7")
    assert enters("203.0.113.8")
    later(301)
    assert enters("203.0.113.7")


def test_right_passwords_count_for_nothing(policy):
    assert all(enters() for _ in range(30))


@pytest.mark.parametrize("name", ["POLICY", " policy ", "Policy"])
def test_lock_holds_however_the_name_is_written(policy, name):
    tries(5)
    client = Client()
    assert LOCKED in sign_in(client, name).content.decode()


def test_lock_holds_whatever_host_is_asked(policy, settings):
    tries(5)
    client = Client(headers={"Host": "localhost"})
    assert LOCKED in sign_in(client).content.decode()


def test_new_password_by_mail_lifts_the_lock_and_signs_in(policy, mailoutbox):
    tries(5)
    client = Client(REMOTE_ADDR="203.0.113.7")
    client.post(reverse("account_reset_password"), {"email": policy.email})
    link = next(word for word in mailoutbox[0].body.split() if "key:" in word)
    client.post(client.get(link).url, {"password1": PASSWORD + "2", "password2": PASSWORD + "2"})
    assert is_signed_in(client)
    other = Client(REMOTE_ADDR="203.0.113.9")
    sign_in(other, password=PASSWORD + "2")
    assert is_signed_in(other)


def test_what_was_typed_as_name_is_still_there_when_locked(policy):
    tries(5)
    assert 'value="policy"' in sign_in(Client()).content.decode()


def test_no_address_and_no_name_is_in_the_cache(policy, monkeypatch):
    keys = []
    make_key = cache.make_key
    monkeypatch.setattr(cache, "make_key", lambda key, **more: keys.append(key) or make_key(key))
    tries(1, network="203.0.113.77")
    assert len([key for key in keys if "login_failed" in key]) >= 2
    assert "203.0.113" not in str(keys)
    assert "policy" not in str(keys)


def test_mail_to_one_account_is_limited(policy, mailoutbox):
    for each in range(8):
        client = Client(REMOTE_ADDR=f"198.51.100.{each}")
        answer = client.post(reverse("account_reset_password"), {"email": policy.email})
    assert answer.status_code == 429
    assert "Too many tries" in answer.content.decode()
    assert answer["Cache-Control"] == "private, no-store"
    assert len(mailoutbox) == 5
