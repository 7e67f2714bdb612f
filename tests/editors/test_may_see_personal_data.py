"""Administrators give out and erase what is held under an address; nobody else looks it up."""

import pytest
from django.urls import reverse
from wagtail.models import ModelLogEntry

from discussion.models import PublicComment
from tests.editors.conftest import ROLES, is_let_in
from tests.factories import make_comment, make_post

ADDRESS = "ada@example.org"


@pytest.fixture
def comment(home):
    return make_comment(make_post(), user_email=ADDRESS, user_name="Ada")


def ask(client, button, **form):
    return client.post(reverse("person:look_up"), {"address": ADDRESS, "button": button} | form)


@pytest.mark.parametrize("role", ROLES)
def test_administrators_alone_look_up_export_and_erase(clients, comment, role):
    client, allowed = clients[role], role == "superuser"
    assert is_let_in(client.get(reverse("person:look_up"))) == allowed
    assert is_let_in(ask(client, "look")) == allowed
    assert ("json" in ask(client, "export").headers["Content-Type"]) == allowed
    ask(client, "erase", sure="on")
    assert PublicComment.objects.filter(user_name="Ada").exists() != allowed


@pytest.mark.parametrize("role", [role for role in ROLES if role != "anonymous"])
def test_menu_leads_there_for_administrators_alone(clients, home, role):
    page = clients[role].get(reverse("wagtailadmin_home")).content.decode()
    assert (reverse("person:look_up") in page) == (role == "superuser")


def test_what_is_held_is_counted_before_anything_is_done(clients, comment):
    page = ask(clients["superuser"], "look").content.decode()
    assert "Comments: 1" in page
    assert "There is no way back" in page


def test_export_is_a_file(clients, comment):
    answer = ask(clients["superuser"], "export")
    assert answer.json()["comments"][0]["user_name"] == "Ada"
    assert "attachment" in answer.headers["Content-Disposition"]


def test_erasure_must_be_meant(clients, comment):
    page = ask(clients["superuser"], "erase").content.decode()
    assert "Tick this" in page
    assert PublicComment.objects.get().user_name == "Ada"


def test_history_tells_that_something_was_erased_and_not_whose(clients, comment):
    ask(clients["superuser"], "erase", sure="on")
    entry = ModelLogEntry.objects.get(action="editors.erase_person")
    assert entry.data == {
        "mails": 0,
        "suppressions": 0,
        "stakeholder": 0,
        "stances": 0,
        "comments": 1,
    }
    assert ADDRESS not in f"{entry.label} {entry.data}"


@pytest.mark.parametrize("address", ["", "x", "\x00@a.org", "a" * 10_000 + "@a.org"])
def test_what_is_no_address_is_refused_beside_the_field(clients, home, address):
    response = clients["superuser"].post(reverse("person:look_up"), {"address": address})
    assert response.status_code in (200, 400)
