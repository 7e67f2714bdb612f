"""A notification that is paused sends no more until it is resumed; its progress is one query."""

import pytest

from mailing.lease import Claim
from mailing.models import Delivery, Notification, State
from mailing.outbox import post_to_many
from mailing.sender import Sender
from tests.mailing.conftest import CONTEXT

pytestmark = pytest.mark.django_db


@pytest.fixture
def notification():
    """One that goes to three people."""
    people = [(f"person{n}@example.org", {}) for n in range(3)]
    post_to_many("notice", "one", people, CONTEXT)
    return Notification.objects.get()


def test_paused_mails_wait_while_others_leave(notification, post_one, send, mailoutbox):
    notification.pause()
    post_one("other")
    send()
    assert [mail.to for mail in mailoutbox] == [["ada@example.org"]]


def test_resumed_mails_leave(notification, send, mailoutbox):
    notification.pause()
    notification.resume()
    send()
    assert len(mailoutbox) == 3


def test_pausing_takes_from_a_sender_what_it_has_not_begun(notification, mail_server):
    run = Sender().run()
    next(run)
    notification.pause()
    assert list(run) == [None, None]
    assert len(mail_server.mails) == 1
    assert notification.deliveries.progress() == {State.SENT: 1, State.QUEUED: 2}


def test_who_pauses_keeps_no_sender_from_claiming_others(notification, post_one):
    notification.pause()
    delivery = post_one("other")
    assert list(Claim().take()) == [delivery]


def test_listing_counts_each_notification_s_mails(
    notification, post_one, django_assert_num_queries
):
    Delivery.objects.filter(address="person1@example.org").end(State.UNKNOWN)
    Delivery.objects.filter(address="person2@example.org").end(State.SENT)
    last = post_one("other")
    with django_assert_num_queries(1):
        first, other = Notification.objects.with_progress().order_by("pk")
    assert (first.sent, first.waiting, first.failed, first.cancelled) == (1, 1, 1, 0)
    assert (other.sent, other.waiting, other.failed, other.cancelled) == (0, 1, 0, 0)
    assert other.last_posted == last.created


def test_progress_is_counted_by_state_in_one_query(notification, django_assert_num_queries):
    Delivery.objects.filter(address="person1@example.org").end(State.FAILED)
    with django_assert_num_queries(1):
        assert notification.deliveries.progress() == {State.QUEUED: 2, State.FAILED: 1}
