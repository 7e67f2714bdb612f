"""Stakeholders in the admin: found by state, sector, strand and words; one with their history."""

import csv
import io

import pytest
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import localize

from stakeholders import lifecycle
from stakeholders.models import Stakeholder
from tests.factories import make_stakeholder, make_strand

NOW = timezone.now()


@pytest.fixture
def listing(editor_client, home):
    """The names that the listing shows with these filters."""

    def ask(**query):
        response = editor_client.get(reverse("stakeholders:index"), query)
        return {str(person) for person in response.context["object_list"]}

    return ask


@pytest.fixture
def people(home):
    make_stakeholder("a@example.org", name="Ada", sector="academia", strands=[make_strand()])
    make_stakeholder("b@example.org", name="Bo", sector="business", paused_at=NOW)
    make_stakeholder("c@example.org", name="Cy", confirmed_at=None, frequency="at_once")
    make_stakeholder("d@example.org", name="Di", left_at=NOW)


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ({}, {"Ada", "Bo", "Cy", "Di"}),
        ({"state": "confirmed"}, {"Ada"}),
        ({"state": "paused"}, {"Bo"}),
        ({"state": "pending"}, {"Cy"}),
        ({"state": "left"}, {"Di"}),
        ({"sector": "academia"}, {"Ada"}),
        ({"frequency": "at_once"}, {"Cy"}),
        ({"q": "b@example"}, {"Bo"}),
        ({"q": '"'}, set()),
    ],
)
def test_people_are_found(listing, people, query, found):
    assert listing(**query) == found


def test_people_are_found_by_strand(listing, people):
    assert listing(strand=make_strand().pk) == {"Ada"}


def test_listing_counts_each_sector(editor_client, people):
    page = editor_client.get(reverse("stakeholders:index"))
    counts = dict(page.context["voices"]["table"])
    assert counts["Academia"][0] == counts["Business"][0] == 1


def test_export_runs_no_formula(editor_client, home):
    make_stakeholder(name="=1+1", organisation="@SUM(A1)")
    response = editor_client.get(reverse("stakeholders:index"), {"export": "csv"})
    text = b"".join(response.streaming_content).decode()
    [row] = csv.DictReader(io.StringIO(text))
    assert "'=1+1" in row.values()
    assert "'@SUM(A1)" in row.values()


def test_one_person_is_shown_with_the_history(editor_client, home):
    person = make_stakeholder(name="Ada", wants_invitations=True)
    lifecycle.pause(person, "preferences")
    response = editor_client.get(reverse("stakeholders:inspect", args=[person.pk]))
    page = response.content.decode()
    assert "Invite me by e-mail" in page
    assert "Paused" in page
    assert "by preferences" in page
    [paused] = [
        each for each in response.context["history"] if each.get_action_display() == "Paused"
    ]
    assert f"Paused, {localize(timezone.localtime(paused.at))} (" in page


def test_queries_do_not_grow_with_the_people(editor_client, home, django_assert_max_num_queries):
    address = reverse("stakeholders:index")
    editor_client.get(address)
    for number in range(12):
        make_stakeholder(f"a{number}@example.org", strands=[make_strand()])
    with django_assert_max_num_queries(20):
        editor_client.get(address)
    assert Stakeholder.objects.count() == 12
