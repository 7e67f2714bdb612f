"""Without a password: see, change, pause, leave, download, erase, on a browser that knows one."""

import json

import pytest
from django.urls import reverse

from discussion.models import PublicComment
from mailing.models import Delivery
from stakeholders.models import ConsentRecord, Stakeholder
from tests.factories import make_comment, make_post, make_stakeholder

from .conftest import newest_link

PAGES = ("stakeholder_preferences", "stakeholder_download", "stakeholder_erase")


@pytest.fixture
def person(visitor):
    visitor.sign_up(name="Bo")
    return Stakeholder.objects.get()


def step(client, name):
    return client.post(reverse("stakeholder_step", args=[name]))


def actions():
    return list(ConsentRecord.objects.values_list("action", flat=True))


@pytest.mark.parametrize("page", PAGES)
def test_stranger_is_led_to_where_a_link_is_asked_for(client, home, page):
    assert client.get(reverse(page))["Location"] == reverse("stakeholder_link")


@pytest.mark.parametrize("page", PAGES)
def test_page_is_kept_by_nobody(client, person, page):
    assert client.get(reverse(page))["Cache-Control"] == "private, no-store"


def test_link_is_sent_to_who_takes_part_and_the_answer_is_the_same(client, home):
    make_stakeholder("known@example.org")
    make_stakeholder("pending@example.org", confirmed_at=None)
    answers = [
        client.post(reverse("stakeholder_link"), {"email": address}, follow=True).content
        for address in ("KNOWN@example.org", "pending@example.org", "new@example.org")
    ]
    assert len(set(answers)) == 1
    assert Delivery.objects.get().address == "known@example.org"


def test_link_asked_for_twice_is_mailed_once(client, home):
    make_stakeholder("known@example.org")
    for _ in range(2):
        client.post(reverse("stakeholder_link"), {"email": "known@example.org"})
    assert Delivery.objects.count() == 1


def test_mailed_link_signs_in(client, home):
    make_stakeholder("known@example.org")
    client.post(reverse("stakeholder_link"), {"email": "known@example.org"})
    client.post(newest_link())
    assert "known@example.org" in client.get(reverse("stakeholder_preferences")).content.decode()


def test_what_was_chosen_is_shown_and_changed(client, visitor, person):
    page = client.get(reverse("stakeholder_preferences"))
    form = page.context["form"]
    assert (form["name"].value(), form["frequency"].value()) == ("Bo", "daily")
    client.post(
        reverse("stakeholder_preferences"),
        visitor.fill(frequency="weekly", strands=[], follows_all="on"),
    )
    person.refresh_from_db()
    assert (person.frequency, person.follows_all) == ("weekly", True)
    assert not person.subscriptions.exists()
    assert actions() == ["signed_up", "confirmed", "changed"]
    assert "everything on this site" in ConsentRecord.objects.last().wording


def test_saving_without_a_change_is_no_entry_in_the_history(client, visitor, person):
    client.post(reverse("stakeholder_preferences"), visitor.fill(name="Bo"))
    assert actions() == ["signed_up", "confirmed"]


def test_mistake_is_said_and_nothing_is_changed(client, visitor, person):
    response = client.post(reverse("stakeholder_preferences"), visitor.fill(sector=""))
    page = response.content.decode()
    assert "Choose the sector" in page
    assert "<h2>Not saved yet</h2>" in page
    person.refresh_from_db()
    assert person.sector == "academia"


def test_pausing_and_resuming(client, person):
    step(client, "pause")
    assert not Stakeholder.objects.reachable().exists()
    assert "Send me mail again" in client.get(reverse("stakeholder_preferences")).content.decode()
    resumed = client.get(step(client, "resume")["Location"])
    assert "You get mail again" in resumed.content.decode()
    assert Stakeholder.objects.reachable().exists()


def test_leaving_signs_out_and_ends_all_mail(client, person):
    response = step(client, "leave")
    assert "No more mails" in client.get(response["Location"]).content.decode()
    assert client.get(reverse("stakeholder_preferences")).status_code == 302
    assert not Stakeholder.objects.reachable().exists()


def test_signing_out_forgets_this_browser_alone(client, person):
    step(client, "sign-out")
    assert client.get(reverse("stakeholder_preferences")).status_code == 302
    assert Stakeholder.objects.reachable().exists()


def test_unknown_step_is_not_found(client, person):
    assert step(client, "dance").status_code == 404


@pytest.mark.parametrize("name", ["pause", "leave", "sign-out"])
def test_opening_the_address_of_a_step_changes_nothing(client, person, name):
    assert client.get(reverse("stakeholder_step", args=[name])).status_code == 405


def test_history_is_shown_to_its_person(client, person):
    page = client.get(reverse("stakeholder_preferences")).content.decode()
    assert "Signed up" in page
    assert "Confirmed" in page
    assert page.count("How often: once a day") == 2
    assert page.count("You, by") == 2


def test_download_holds_all_that_is_held(client, person):
    make_comment(make_post(), "My words.", user_email="bo@example.org")
    response = client.get(reverse("stakeholder_download"))
    assert "attachment" in response["Content-Disposition"]
    held = json.loads(response.content)
    [stakeholder] = held["stakeholder"]
    assert stakeholder["name"] == "Bo"
    assert [entry["action"] for entry in stakeholder["history"]] == ["signed_up", "confirmed"]
    assert held["comments"][0]["text"] == "My words."
    assert len(held["mails"]) == 1


def test_opening_the_page_erases_nothing(client, person):
    assert "Erase all of it for good" in client.get(reverse("stakeholder_erase")).content.decode()
    assert Stakeholder.objects.reachable().exists()


def test_erasing_leaves_a_hash_and_a_history_without_words(client, person):
    comment = make_comment(make_post(), "My words.", user_email="bo@example.org")
    response = client.post(reverse("stakeholder_erase"), follow=True)
    assert "All is erased" in response.content.decode()
    erased = Stakeholder.objects.get()
    assert (erased.address, erased.name, erased.sector) == ("", "", "")
    assert erased.address_key == person.address_key
    assert not erased.subscriptions.exists()
    assert set(ConsentRecord.objects.values_list("wording", flat=True)) == {""}
    assert actions() == ["signed_up", "confirmed", "erased"]
    assert PublicComment.objects.get(pk=comment.pk).comment == ""
    assert not Delivery.objects.exclude(address="").exists()
    assert client.get(reverse("stakeholder_preferences")).status_code == 302


def test_queries_do_not_grow_with_history_and_subscriptions(
    client, visitor, person, django_assert_max_num_queries
):
    for number in range(5):
        frequency = ["weekly", "daily"][number % 2]
        client.post(reverse("stakeholder_preferences"), visitor.fill(frequency=frequency))
    with django_assert_max_num_queries(10):
        client.get(reverse("stakeholder_preferences"))


def test_who_signs_up_after_somebody_was_erased_gets_the_mail(visitor):
    visitor.sign_up(email="first@example.org")
    visitor.client.post(reverse("stakeholder_erase"))
    visitor.send(email="second@example.org")
    assert Delivery.objects.filter(address="second@example.org").exists()
