"""Stances are given out and erased with everything else that is held under an address."""

import pytest

from core import personal_data
from proposals.models import Stance
from tests.factories import make_stakeholder


@pytest.fixture
def ada(statement):
    person = make_stakeholder()
    Stance.objects.create(statement=statement, stakeholder=person, answer=-1)
    return person


def test_export_says_what_was_answered_to_which_words(ada, statement):
    (entry,) = personal_data.export(ada.address)["stances"]
    assert (entry["statement"], entry["answer"]) == (statement.claim, "Disagree")
    assert entry["address"] == statement.own_url


@pytest.mark.usefixtures("ada")
def test_export_holds_nobody_elses():
    assert personal_data.export("bo@example.org")["stances"] == []


def test_erasure_leaves_no_answer(ada):
    assert personal_data.erase("ADA@example.org")["stances"] == 1
    assert not Stance.objects.exists()


@pytest.mark.usefixtures("ada")
def test_erasing_one_person_touches_nobody_else():
    personal_data.erase("bo@example.org")
    assert Stance.objects.count() == 1
