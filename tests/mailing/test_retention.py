"""What mails said is blanked after a week, to whom after four."""

from datetime import timedelta

import pytest
from django.core.management import call_command
from django.utils import timezone

from mailing.models import Delivery, Notification, State
from mailing.retention import purge

pytestmark = pytest.mark.django_db


@pytest.fixture
def ended(post_one, kind):
    """A delivery that ended so many days ago."""
    kind(personal=("mute_url",))

    def give(days, to="ada@example.org", state=State.SENT):
        delivery = post_one(to=to, personal={"mute_url": "https://a.org/secret"})
        then = timezone.now() - timedelta(days=days)
        Delivery.objects.filter(pk=delivery.pk).update(state=state, ended_at=then)
        Notification.objects.update(created=then)
        return delivery

    return give


def is_whole(delivery):
    delivery.refresh_from_db()
    said = {bool(delivery.notification.text), bool(delivery.notification.html)}
    [whole] = said | {bool(delivery.personal)}
    return whole


@pytest.mark.parametrize("state", [State.SENT, State.FAILED, State.CANCELLED, State.UNKNOWN])
@pytest.mark.parametrize(
    ("days", "said", "address"),
    [(6, True, "ada@example.org"), (8, False, "ada@example.org"), (29, False, "")],
)
def test_what_was_said_goes_first_and_to_whom_later(ended, state, days, said, address):
    delivery = ended(days, state=state)
    purge()
    assert is_whole(delivery) == said
    assert delivery.address == address
    assert delivery.notification.subject


def test_mail_that_still_waits_is_kept_whole_for_all_its_recipients(ended):
    old = ended(40)
    ended(40, to="bob@example.org")
    Delivery.objects.filter(address="bob@example.org").update(state=State.QUEUED, ended_at=None)
    purge()
    assert is_whole(old)
    assert old.address


def test_what_was_blanked_is_never_sent_again(ended, post_one, send, mailoutbox):
    delivery = ended(29)
    purge()
    post_one(personal={"mute_url": "https://a.org/secret"})
    assert not Delivery.objects.try_again()
    send()
    assert mailoutbox == []
    assert Delivery.objects.get() == delivery


def test_several_addresses_of_one_mail_are_blanked(ended):
    ended(29)
    ended(29, to="bob@example.org")
    purge()
    assert set(Delivery.objects.values_list("address", flat=True)) == {""}


def test_sending_purges_too(ended, send):
    delivery = ended(8)
    send()
    assert not is_whole(delivery)


def test_command_says_what_it_blanks_and_a_dry_run_blanks_nothing(ended, capsys):
    delivery = ended(29)
    call_command("purge_mail", "--dry-run")
    assert capsys.readouterr().out == "Would blank 1 texts and 1 addresses.\n"
    assert is_whole(delivery)
    call_command("purge_mail")
    assert capsys.readouterr().out == "Blanked 1 texts and 1 addresses.\n"
    assert not is_whole(delivery)
    assert delivery.address == ""
