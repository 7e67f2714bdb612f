"""Nothing is kept for longer than was promised."""

from datetime import timedelta

import pytest
from django.core.management import call_command
from django.utils import timezone

from stakeholders import lifecycle, signing_up
from stakeholders.choices import NOTHING
from stakeholders.models import ConsentRecord, SignUp, Stakeholder
from tests.factories import make_stakeholder, make_strand

CHOICES = NOTHING | {"wants_invitations": True, "sector": "academia"}


def ago(days):
    return timezone.now() - timedelta(days=days, minutes=1)


@pytest.fixture
def unconfirmed(db):
    person = signing_up.sign_up("bo@example.org", CHOICES, "test")
    SignUp.objects.update(created=ago(7))
    Stakeholder.objects.update(created=ago(7))
    return person


@pytest.fixture
def gone(db):
    """Somebody who left 28 days ago."""
    person = make_stakeholder(name="Ada", organisation="Trust", strands=[make_strand()])
    lifecycle.leave(person, "test")
    Stakeholder.objects.filter(pk=person.pk).update(left_at=ago(28))
    return person


def test_sign_up_that_nobody_confirmed_vanishes(unconfirmed):
    call_command("purge_stakeholders")
    assert not Stakeholder.objects.exists()
    assert not SignUp.objects.exists()
    assert not ConsentRecord.objects.exists()


def test_who_signs_up_again_in_time_stays(unconfirmed):
    signing_up.sign_up("bo@example.org", CHOICES, "test")
    call_command("purge_stakeholders")
    assert Stakeholder.objects.get().sign_ups.count() == 1


def test_sign_up_within_its_days_stays(db):
    signing_up.sign_up("bo@example.org", CHOICES, "test")
    call_command("purge_stakeholders")
    assert SignUp.objects.exists()


def test_address_goes_28_days_after_leaving_and_its_key_stays(gone):
    call_command("purge_stakeholders")
    person = Stakeholder.objects.at("ada@example.org").get()
    assert (person.address, person.name, person.organisation) == ("", "", "")
    assert not person.subscriptions.exists()
    assert ConsentRecord.objects.exists()


def test_address_stays_until_then(gone):
    Stakeholder.objects.update(left_at=ago(27))
    call_command("purge_stakeholders")
    assert Stakeholder.objects.get().address == "ada@example.org"


def test_history_goes_a_year_after_leaving(gone):
    Stakeholder.objects.update(left_at=ago(365))
    call_command("purge_stakeholders")
    assert not ConsentRecord.objects.exists()


def test_who_takes_part_is_touched_by_nothing(db):
    person = make_stakeholder(name="Ada")
    lifecycle.pause(person, "test")
    Stakeholder.objects.update(created=ago(999), confirmed_at=ago(999))
    ConsentRecord.objects.update(at=ago(999))
    call_command("purge_stakeholders")
    assert Stakeholder.objects.get().name == "Ada"
    assert ConsentRecord.objects.exists()


def test_dry_run_counts_and_deletes_nothing(unconfirmed, gone, capsys):
    call_command("purge_stakeholders", "--dry-run")
    assert "Would delete 1 sign-ups, 1 stakeholders, 1 addresses" in capsys.readouterr().out
    assert Stakeholder.objects.get(pk=gone.pk).address
    assert SignUp.objects.exists()
