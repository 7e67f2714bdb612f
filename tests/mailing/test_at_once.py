"""Several post, and several send, in the same moment: each mail is sent once."""

from threading import Barrier, Event

from django.db import connection, transaction

from mailing.lease import Claim
from mailing.models import Delivery, Notification, State
from mailing.outbox import post
from mailing.sender import Sender
from tests.mailing.conftest import CONTEXT

AT_ONCE = 4


def test_cause_that_is_posted_by_several_at_once_is_one_mail(in_threads):
    ready = Barrier(AT_ONCE)

    def post_it():
        ready.wait(timeout=30)
        post("notice", "one", "ada@example.org", CONTEXT)

    in_threads(*[post_it] * AT_ONCE)
    assert Notification.objects.count() == 1
    assert Delivery.objects.count() == 1


def test_several_senders_at_once_send_each_mail_once(in_threads, mail_server, monkeypatch):
    monkeypatch.setattr("mailing.lease.AT_A_TIME", 5)
    people = [f"person{n}@example.org" for n in range(60)]
    for address in people:
        post("notice", "one", address, CONTEXT)
    ready = Barrier(AT_ONCE)

    def send_all():
        sender = Sender()
        ready.wait(timeout=30)
        return list(sender.run())

    in_threads(*[send_all] * AT_ONCE)
    assert mail_server.taken == dict.fromkeys(people, 1)
    assert set(Delivery.objects.values_list("state", flat=True)) == {State.SENT}


def test_one_sender_claims_other_mails_while_another_claims(in_threads, monkeypatch):
    """SQLite lets one claim at a time; PostgreSQL lets nobody wait."""
    monkeypatch.setattr("mailing.lease.AT_A_TIME", 2)
    for n in range(4):
        post("notice", "one", f"person{n}@example.org", CONTEXT)
    first_has, second_has = Event(), Event()

    def claim():
        return {delivery.pk for delivery in Claim().take()}

    def first():
        with transaction.atomic():
            mine = claim()
            first_has.set()
            assert connection.vendor == "sqlite" or second_has.wait(timeout=10)
        return mine

    def second():
        assert first_has.wait(timeout=10)
        mine = claim()
        second_has.set()
        return mine

    firsts, seconds = in_threads(first, second)
    assert len(firsts) == len(seconds) == 2
    assert not firsts & seconds
