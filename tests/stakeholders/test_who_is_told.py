"""Who hears of what is new: those who asked for it, are sure of it, and have not left or paused."""

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from stakeholders.models import Stakeholder, Subscription
from tests.factories import make_stakeholder, make_strand

NOW = timezone.now()


@pytest.fixture
def strand(db):
    return make_strand()


def told(**about):
    return set(Stakeholder.objects.to_tell(**about).values_list("address", flat=True))


def test_who_follows_the_strand_is_told(strand):
    make_stakeholder("a@example.org", strands=[strand])
    make_stakeholder("b@example.org", strands=[make_strand("Fraud", "fraud")])
    assert told(strand_id=strand.pk) == {"a@example.org"}


def test_who_follows_the_page_is_told(home, strand):
    make_stakeholder("a@example.org", pages=[home])
    make_stakeholder("b@example.org", strands=[strand])
    assert told(page_id=home.pk) == {"a@example.org"}
    assert told(page_id=home.pk, strand_id=strand.pk) == {"a@example.org", "b@example.org"}


def test_who_follows_page_and_strand_is_told_once(home, strand):
    make_stakeholder("a@example.org", strands=[strand], pages=[home])
    found = Stakeholder.objects.to_tell(strand_id=strand.pk, page_id=home.pk)
    assert found.count() == 1


def test_who_follows_everything_is_told_of_what_belongs_to_no_strand(strand):
    make_stakeholder("a@example.org", follows_all=True)
    make_stakeholder("b@example.org", strands=[strand])
    assert told() == {"a@example.org"}


@pytest.mark.parametrize(
    "state",
    [
        {"confirmed_at": None},
        {"paused_at": NOW},
        {"left_at": NOW},
        {"wants_updates": False, "wants_invitations": True},
    ],
)
def test_nobody_is_told_who_is_unsure_paused_gone_or_wants_no_updates(strand, state):
    make_stakeholder(strands=[strand], follows_all=True, **state)
    assert told(strand_id=strand.pk) == set()


def test_one_address_is_one_person_however_it_is_written(db):
    make_stakeholder("Ada@Example.org")
    with pytest.raises(IntegrityError), transaction.atomic():
        make_stakeholder(" ada@example.ORG")
    assert Stakeholder.objects.at("ADA@example.org").exists()


@pytest.mark.parametrize("both", [True, False])
def test_subscription_is_to_exactly_one_thing(home, strand, both):
    things = {"strand": strand, "page": home} if both else {}
    stakeholder = make_stakeholder()
    with pytest.raises(IntegrityError), transaction.atomic():
        Subscription.objects.create(stakeholder=stakeholder, **things)
