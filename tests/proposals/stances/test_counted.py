"""What counts: one answer of each person who takes part, to statements as they read now."""

from uuid import uuid4

import pytest
from django.utils import timezone

from proposals.models import Stance
from stakeholders import lifecycle
from tests.factories import make_stakeholder


@pytest.fixture
def ada(statement):
    person = make_stakeholder(sector="academia")
    Stance.objects.create(statement=statement, stakeholder=person, answer=1)
    return person


def test_person_who_left_does_not_count(ada):
    lifecycle.leave(ada, "test")
    assert not Stance.objects.counted().exists()


def test_person_who_is_paused_counts(ada):
    lifecycle.pause(ada, "test")
    assert Stance.objects.counted().exists()


def test_person_who_did_not_confirm_does_not_count(statement):
    bo = make_stakeholder("bo@example.org", confirmed_at=None)
    Stance.objects.create(statement=statement, stakeholder=bo, answer=1)
    assert not Stance.objects.counted().exists()


@pytest.mark.usefixtures("ada")
def test_statement_that_was_taken_out_does_not_count(statement):
    statement.retired_at = timezone.now()
    statement.save()
    assert not Stance.objects.counted().exists()


@pytest.mark.usefixtures("ada")
def test_proposal_that_was_taken_down_does_not_count(proposal):
    proposal.unpublish()
    assert not Stance.objects.counted().exists()


def test_rows_come_by_person_in_the_order_of_uuids(
    ada, proposal, statement, django_assert_num_queries
):
    people = [ada, *(make_stakeholder(f"p{number}@example.org") for number in range(5))]
    other = proposal.published_statements.get(kind="risk")
    for person in people:
        Stance.objects.create(statement=other, stakeholder=person, answer=-1)
    Stance.objects.create(statement=other, visitor=uuid4(), answer=0)
    with django_assert_num_queries(1):
        rows = list(Stance.objects.counted().filter(statement__proposal=proposal).by_person())
    assert [uuid for uuid, *_ in rows] == sorted(person.uuid for person in people)
    assert (ada.uuid, "academia", {statement.pk: 1, other.pk: -1}) in rows
    assert len(rows) == 6
