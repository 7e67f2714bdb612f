"""Where a mail of ours was called spam, whoever asks for a mail gets it."""

import pytest
from django.core.management import call_command

from core.addresses import address_key
from mailing.models import Delivery, Reason, State, Suppression
from tests.factories import make_stakeholder

from .conftest import newest_link

BO = address_key("bo@example.org")


@pytest.fixture(autouse=True)
def _complained(db):
    Suppression.objects.add(BO, Reason.COMPLAINT)


def sent():
    call_command("send_outbox", verbosity=0)
    return Delivery.objects.latest("pk").state == State.SENT


def test_sign_up_is_mailed_and_its_confirmation_ends_the_suppression(visitor):
    visitor.send()
    assert sent()
    assert Suppression.objects.get().reason == Reason.COMPLAINT
    visitor.press(newest_link())
    assert Suppression.objects.get().reason == Reason.NONE


def test_link_to_preferences_is_mailed(visitor):
    make_stakeholder("bo@example.org")
    visitor.send()
    assert sent()


def test_address_at_which_nothing_arrives_is_not_written_to(visitor):
    Suppression.objects.add(BO, Reason.HARD_BOUNCE)
    visitor.send()
    assert not sent()
