"""Whatever is sent gets a clear answer, never an error, and what was typed is still there."""

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from stakeholders import links, signing_up
from stakeholders.models import Stakeholder

FORM = "application/x-www-form-urlencoded"


def refused(response, words):
    page = response.content.decode()
    return response.status_code == 200 and words in page and not Stakeholder.objects.exists()


@pytest.mark.parametrize(
    "typed",
    [
        "bo@example.org\r\nBcc: x@example.org",
        "bo",
        "b\x00o@example.org",
        '"b\x01o"@example.org',
        "bo@exam\u2028ple.org",
        "a" * 310 + "@example.org",
        "",
    ],
)
def test_what_is_no_address_is_said_beside_the_field(visitor, typed):
    response = visitor.send(email=typed, name="Bo Marsh")
    assert refused(response, "id_email_error")
    assert "Bo Marsh" in response.content.decode()


def test_fault_in_an_address_is_said_once_beside_the_field(visitor):
    field = visitor.send(email="bo").context["form"]["email"]
    assert field.errors == ["This is no e-mail address. Write it like name@example.org."]


def test_longest_address_is_taken(visitor):
    domain = ".".join(["a" * 60] * 4)
    address = f"{'b' * 64}@{domain}.org"
    assert 300 < len(address) <= 320
    visitor.send(email=address)
    assert Stakeholder.objects.get().address == address


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ({"wants_updates": None}, "Tick at least one of these three"),
        ({"wants_nothing": "on"}, "You ticked this and mail as well"),
        ({"strands": []}, "Tick what you want to hear about"),
        ({"frequency": None}, "Choose how often"),
        ({"sector": ""}, "Choose the sector"),
        ({"sector": "martians"}, "Select a valid choice"),
        ({"frequency": "hourly"}, "Select a valid choice"),
        ({"strands": ["9" * 400]}, "Select a valid choice"),
        ({"strands": ["1\x00"]}, "Null characters"),
        ({"pages": ["one"]}, "Select a valid choice"),
        ({"name": "a" * 101}, "at most 100 characters"),
    ],
)
def test_what_does_not_fit_is_said(visitor, typed, words):
    response = visitor.send(**typed)
    assert response.status_code == 200
    assert not Stakeholder.objects.exists()
    assert words in response.content.decode() or "Select a valid choice" in str(
        response.context["form"].errors
    )


def test_filled_trap_is_said_and_emptied(visitor):
    response = visitor.send(website="https://spam.example.org")
    assert refused(response, "A field was filled in that people don’t see")
    assert "spam.example.org" not in response.content.decode()


def test_name_can_not_add_a_line_to_a_mail(visitor):
    visitor.sign_up(name="Bo\r\nBcc: everybody@example.org")
    assert Stakeholder.objects.get().name == "Bo Bcc: everybody@example.org"


def test_half_a_surrogate_pair_is_no_error(visitor):
    body = "email=bo%40example.org&name=%ED%A0%80x&sector=academia&wants_invitations=on"
    assert visitor.client.post(visitor.address, body, content_type=FORM).status_code == 302


@pytest.mark.parametrize("query", ["page=9999999999999", "page=x", "page=٣", "strand=-1", "page="])
def test_address_that_names_nothing_shows_the_form(visitor, query):
    assert visitor.client.get(f"{visitor.address}?{query}").status_code == 200


def test_network_over_its_limit_waits_and_keeps_what_was_typed(visitor, settings):
    settings.SENT_PER_NETWORK_AND_HOUR = 1
    visitor.send()
    response = visitor.send(email="other@example.org", name="Bo Marsh")
    assert response.status_code == 429
    assert int(response["Retry-After"]) > 0
    assert "Bo Marsh" in response.content.decode()


def test_bomb_of_sign_ups_is_answered_alike_and_mails_three_times(visitor):
    answers = [visitor.send(email="victim@example.org") for _ in range(5)]
    assert {answer.status_code for answer in answers} == {302}
    assert Stakeholder.objects.get().sign_ups.count() == 3


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@example("\x00")
@example("\ud800")
@example("é:1:2")
@given(st.text(max_size=200))
def test_no_token_but_ours_names_anybody(db, token):
    assert signing_up.find(token) is None
    assert links.who_may_enter(token) is None
    assert links.who_unsubscribes(token) is None


def test_what_is_wrong_is_listed_in_the_order_of_the_page(visitor):
    page = visitor.send(email="", sector="", wants_updates=None).content.decode()
    problems = [
        page.index(f'<a href="#id_{name}"') for name in ("email", "wants_updates", "sector")
    ]
    assert problems == sorted(problems)
