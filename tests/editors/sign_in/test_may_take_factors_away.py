"""Administrators alone let in again who has lost everything."""

import pytest
from django.urls import reverse
from wagtail.models import ModelLogEntry

from tests.editors.conftest import ROLES

from .conftest import give_app, is_signed_in, sign_in


@pytest.fixture
def address(policy):
    give_app(policy)
    return reverse("take_factors_away", args=[policy.pk])


@pytest.mark.parametrize("role", ROLES)
def test_only_administrators_do_and_only_when_asked_twice(clients, policy, address, role):
    may = role == "superuser"
    assert (clients[role].get(address).status_code == 200) == may
    assert policy.authenticator_set.count() == 2
    clients[role].post(address)
    assert policy.authenticator_set.exists() != may


def test_it_is_logged_and_its_owner_is_told(clients, policy, address, mailoutbox):
    clients["superuser"].post(address)
    entry = ModelLogEntry.objects.get(action="editors.factors_taken_away")
    assert (str(entry.user), entry.label) == ("superuser", "policy")
    assert mailoutbox[0].to == [policy.email]
    assert "An administrator removed your second factors" in mailoutbox[0].body


def test_password_is_enough_after(clients, client, address):
    clients["superuser"].post(address)
    sign_in(client)
    assert is_signed_in(client)


def test_list_of_accounts_offers_it(clients, address):
    assert address in clients["superuser"].get(reverse("wagtailusers_users:index")).content.decode()


@pytest.mark.parametrize("number", [0, 999_999])
def test_account_that_is_not_there_is_not_found(clients, number):
    address = reverse("take_factors_away", args=[number])
    assert clients["superuser"].get(address).status_code == 404
