"""The history of a consent is added to; nobody changes or deletes an entry."""

import pytest

from stakeholders import lifecycle
from stakeholders.models import Action, ConsentRecord
from tests.factories import make_stakeholder


@pytest.fixture
def stakeholder(db):
    return make_stakeholder()


@pytest.fixture
def entry(stakeholder):
    lifecycle.record(stakeholder, Action.SIGNED_UP, "/sign-up/", wording="Send me updates.")
    return ConsentRecord.objects.get()


def test_entry_cannot_be_changed(entry):
    entry.wording = "Send me everything."
    with pytest.raises(TypeError):
        entry.save()
    entry.refresh_from_db()
    assert entry.wording == "Send me updates."


def test_entry_cannot_be_deleted(entry):
    with pytest.raises(TypeError):
        entry.delete()
    assert ConsentRecord.objects.exists()


def test_entry_says_what_when_where_and_who(entry):
    assert (entry.action, entry.source, entry.actor) == ("signed_up", "/sign-up/", "person")
    assert entry.wording_version
    assert entry.at


def test_each_step_is_recorded_once_however_often_it_is_asked_for(stakeholder):
    for step in (lifecycle.pause, lifecycle.resume, lifecycle.leave):
        step(stakeholder, "test")
        step(stakeholder, "test")
    recorded = ConsentRecord.objects.values_list("action", flat=True)
    assert list(recorded) == ["paused", "resumed", "left"]


def test_who_left_neither_pauses_nor_resumes(stakeholder):
    lifecycle.leave(stakeholder, "test")
    lifecycle.pause(stakeholder, "test")
    stakeholder.refresh_from_db()
    assert stakeholder.paused_at is None
    assert ConsentRecord.objects.count() == 1
