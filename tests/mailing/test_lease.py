"""What a sender holds is its own until its lease ends, and then anybody's."""

from datetime import timedelta

import pytest
from django.utils import timezone

from mailing.lease import LEASE, Claim, reap
from mailing.models import Delivery, State
from mailing.sender import Sender

pytestmark = pytest.mark.django_db


@pytest.fixture
def held(post_one):
    """A delivery that a sender has claimed, or begun to send."""

    def give(state=State.CLAIMED, **fields):
        delivery = post_one()
        claim = Claim()
        claim.take()
        if state == State.SENDING:
            assert claim.begin(delivery)
        Delivery.objects.update(**fields)
        return claim, delivery

    return give


def states():
    return list(Delivery.objects.order_by("pk").values_list("state", flat=True))


def ago(**time):
    return timezone.now() - timedelta(**time)


def test_what_one_sender_holds_no_other_takes(held):
    held()
    assert not Claim().take()
    reap()
    assert states() == [State.CLAIMED]


def test_what_is_due_is_found_by_an_index_of_what_waits_already_in_order(plan_of):
    plan = plan_of(Delivery.objects.due()[:100])
    assert "delivery_queued" in plan
    assert "Sort" not in plan
    assert "TEMP B-TREE" not in plan


def test_what_dead_senders_held_is_found_by_an_index_of_what_is_held(plan_of):
    assert "delivery_held" in plan_of(Delivery.objects.held())


@pytest.mark.parametrize("state", [State.CLAIMED, State.SENDING])
@pytest.mark.parametrize("lease", [timedelta(seconds=-1), timedelta(days=1)])
def test_what_a_dead_sender_held_is_sent_by_another(held, mail_server, send, state, lease):
    """A day ahead is what a lease shows after the clock was put back by a day."""
    held(state, claimed_until=timezone.now() + lease)
    send()
    assert states() == [State.SENT]


def test_clocks_that_differ_by_minutes_take_nothing_from_the_living(held):
    held(claimed_until=timezone.now() + LEASE + timedelta(minutes=5))
    reap()
    assert states() == [State.CLAIMED]


def test_mail_that_may_have_left_is_parked_where_its_kind_says_so(held, kind, mail_server, send):
    kind(parked_after_crash=True)
    held(State.SENDING, claimed_until=ago(seconds=1))
    send()
    assert states() == [State.UNKNOWN]
    assert mail_server.mails == []


def test_mail_that_was_only_claimed_is_never_parked(held, kind, mail_server, send):
    kind(parked_after_crash=True)
    held(claimed_until=ago(seconds=1))
    send()
    assert states() == [State.SENT]


def test_mail_that_ends_every_sender_is_parked_at_last(held, mail_server, send):
    held(State.SENDING, claimed_until=ago(seconds=1), attempts=5)
    send()
    assert states() == [State.UNKNOWN]


def test_sender_that_lost_its_lease_changes_nothing(held):
    slow, delivery = held(claimed_until=ago(seconds=1))
    reap()
    quick = Claim()
    quick.take()
    assert not slow.begin(delivery)
    slow.end(delivery, State.SENT)
    slow.put_off(delivery, "451")
    slow.release()
    assert states() == [State.CLAIMED]
    assert quick.begin(delivery)


def test_mail_that_is_cancelled_while_it_is_claimed_is_not_sent(post_one, mail_server):
    for n in range(3):
        post_one(f"{n}")
    run = Sender().run()
    next(run)
    assert Delivery.objects.cancel() == 2
    assert list(run) == [None, None]
    assert len(mail_server.mails) == 1


def test_sender_told_to_stop_gives_back_what_it_has_not_begun(post_one, mail_server):
    for n in range(3):
        post_one(f"{n}")
    sender = Sender()
    run = sender.run()
    next(run)
    sender.stop()
    assert list(run) == []
    assert sorted(states()) == [State.QUEUED, State.QUEUED, State.SENT]
    assert not Delivery.objects.exclude(claim=None).exists()


def test_mail_that_was_taken_from_a_slow_sender_is_not_ended_by_its_next_step(post_one):
    first, last = post_one("first"), post_one("last")
    slow = Claim()
    slow.take()
    assert slow.begin(first)
    slow.sent(first)
    Delivery.objects.filter(pk=first.pk).queue()
    assert slow.begin(last)
    assert states() == [State.QUEUED, State.SENDING]


def test_sender_that_rests_between_mails_writes_down_first_what_it_has_sent(
    post_one, mail_server, settings, monkeypatch
):
    settings.MAIL_PER_SECOND = 1
    for n in range(2):
        post_one(f"{n}")
    seen = []
    monkeypatch.setattr("mailing.pace.sleep", lambda seconds: seen.append(states()))
    assert list(Sender().run()) == [State.SENT] * 2
    assert seen[1] == [State.SENT, State.CLAIMED]


def test_lease_of_all_that_is_held_is_renewed_while_a_long_batch_is_sent(post_one, monkeypatch):
    first, last = post_one("first"), post_one("last")
    claim = Claim()
    claim.take()
    Delivery.objects.update(claimed_until=ago(seconds=-1))
    monkeypatch.setattr("mailing.lease.RENEWED_AFTER", -1)
    claim.begin(first)
    last.refresh_from_db()
    assert last.claimed_until > timezone.now() + LEASE / 2


def test_clock_that_is_put_back_delays_no_new_mail(post_one, mail_server, send, monkeypatch):
    post_one()
    earlier = ago(days=1)
    monkeypatch.setattr("django.utils.timezone.now", lambda: earlier)
    send()
    assert states() == [State.SENT]


def test_waiting_sender_only_reads(post_one, mail_server, django_assert_num_queries):
    sender = Sender()
    with django_assert_num_queries(2):
        assert list(sender.run()) == []
