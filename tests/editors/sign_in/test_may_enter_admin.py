"""Who gets into the admin, with a second factor and without."""

import pytest
from django.contrib.auth.models import Group
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.editors.conftest import ROLES

from .conftest import give_app

ADDRESSES = ["/admin/", "/admin/account/", "/admin/api/main/pages/", "/admin/jsi18n/"]
WITHOUT = ("editor",)
SECURITY = "/account/security/"


@pytest.fixture
def required(settings):
    settings.SECOND_FACTOR_REQUIRED = True


def answers(client):
    return {client.get(address).status_code for address in ADDRESSES}


@pytest.mark.parametrize("role", ROLES)
def test_password_alone_lets_in_editors_alone(required, clients, role):
    if role == "anonymous":
        assert clients[role].get("/admin/").url.startswith("/account/sign-in/")
    elif role in WITHOUT:
        assert answers(clients[role]) == {200}
    else:
        assert {clients[role].get(address).url for address in ADDRESSES} == {SECURITY}
        assert clients[role].post("/admin/pages/1/delete/").url == SECURITY
        assert clients[role].get(SECURITY).status_code == 200


@pytest.mark.parametrize("role", [role for role in ROLES if role != "anonymous"])
def test_second_factor_lets_everybody_in(required, clients, people, role):
    give_app(people[role])
    assert answers(clients[role]) == {200}


def test_recovery_codes_alone_are_no_second_factor(required, clients, people):
    give_app(people["policy"])
    people["policy"].authenticator_set.filter(type="totp").delete()
    assert clients["policy"].get("/admin/").url == SECURITY


@pytest.mark.parametrize("role", [role for role in ROLES if role != "anonymous"])
def test_demo_and_development_ask_nobody_for_more(clients, role):
    assert clients[role].get("/admin/").status_code == 200


def test_renamed_group_is_not_let_in_by_its_new_name(required, clients, people):
    Group.objects.filter(name="Moderators").update(name="Those who moderate")
    assert clients["moderator"].get("/admin/").url == SECURITY


def test_account_without_a_part_is_refused_and_not_sent_round_in_a_circle(clients, people):
    people["editor"].groups.clear()
    assert clients["editor"].get("/admin/").status_code == 403
    assert clients["editor"].get("/admin/", HTTP_X_REQUESTED_WITH="XMLHttpRequest").status_code == (
        403
    )


@pytest.mark.parametrize("role", ["editor", "policy"])
def test_asking_costs_two_queries_at_most(settings, clients, people, role):
    if role == "policy":
        give_app(people[role])
    costs = []
    for settings.SECOND_FACTOR_REQUIRED in (False, False, True):
        with CaptureQueriesContext(connection) as queries:
            clients[role].get("/admin/")
        costs.append(len(queries))
    assert costs[2] - costs[1] == (2 if role == "editor" else 1)
