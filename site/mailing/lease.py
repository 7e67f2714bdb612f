"""Who sends what: a sender claims deliveries for a while, under a token that nobody else has."""

from datetime import timedelta
from time import monotonic
from uuid import uuid4

from django.db import connection, transaction
from django.db.models import Q
from django.utils import timezone

from core.server_prepared import cursor_of

from .kinds import KINDS
from .models import Delivery, State

AT_A_TIME = 100
LEASE = timedelta(minutes=10)
RENEWED_AFTER = 60  # seconds
BACKOFF = [
    timedelta(**pause) for pause in ({"minutes": 1}, {"minutes": 5}, {"hours": 1}, {"hours": 6})
]
# What each sent mail costs the database. Written by hand: Django takes seven times as long to word
# it as a database to do it.
ONE_ENDS_AND_THE_NEXT_BEGINS = """
    UPDATE mailing_delivery SET
        state = CASE state WHEN 'claimed' THEN 'sending' ELSE 'sent' END,
        attempts = CASE state WHEN 'claimed' THEN attempts + 1 ELSE attempts END,
        answer = CASE state WHEN 'claimed' THEN answer ELSE '' END,
        claim = CASE state WHEN 'claimed' THEN claim END,
        claimed_until = CASE state WHEN 'claimed' THEN %s END,
        ended_at = CASE state WHEN 'claimed' THEN ended_at ELSE %s END
    WHERE claim = %s AND (id = %s AND state = 'sending' OR id = %s AND state = 'claimed')
"""


class Claim:
    """What one sender holds. Nothing is changed that was taken from it in the meantime."""

    def __init__(self):
        self.token = uuid4()
        self.renewed = monotonic()
        self.taken = []
        self.just_sent = None

    def rows(self, pks):
        """Those of the deliveries with these numbers that are still ours."""
        return Delivery.objects.filter(pk__in=pks, claim=self.token)

    def take(self):
        """Claim what is due, AT_A_TIME at most."""
        # SQLite lets nobody else write while we claim: an idle sender only reads.
        if not Delivery.objects.due().exists():
            return []
        with transaction.atomic():
            due = Delivery.objects.due().select_for_update(skip_locked=True)
            self.taken = list(due.values_list("pk", flat=True)[:AT_A_TIME])
            Delivery.objects.filter(pk__in=self.taken, state=State.QUEUED).update(
                state=State.CLAIMED, claim=self.token, claimed_until=end_of_lease()
            )
        self.renewed = monotonic()
        ours = self.rows(self.taken).filter(state=State.CLAIMED)
        return ours.prefetch_related("notification").order_by("pk")

    def begin(self, delivery):
        """Whether `delivery` is still ours to send; if so, it counts as being sent from now. The
        one sent before it is written down in the same step."""
        if monotonic() - self.renewed > RENEWED_AFTER:
            self.rows(self.taken).update(claimed_until=end_of_lease())
            self.renewed = monotonic()
        expected = 1 if self.just_sent is None else 2
        changed = self.step(self.just_sent, delivery.pk)
        self.just_sent = None
        if 0 < changed < expected:
            return self.rows([delivery.pk]).filter(state=State.SENDING).exists()
        return changed == expected

    def step(self, sent, begun):
        """End the one and begin the other, by their numbers; return how many were still ours."""
        until, ended, token = (
            Delivery._meta.get_field(name).get_db_prep_save(value, connection)
            for name, value in (
                ("claimed_until", end_of_lease()),
                ("ended_at", timezone.now()),
                ("claim", self.token),
            )
        )
        with cursor_of(connection) as cursor:
            cursor.execute(ONE_ENDS_AND_THE_NEXT_BEGINS, [until, ended, token, sent, begun])
            return cursor.rowcount

    def sent(self, delivery):
        """It has left; that is written down when the next one begins, or by `settle`."""
        self.just_sent = delivery.pk
        return State.SENT

    def settle(self):
        """Write down that the last one has left."""
        if self.just_sent is not None:
            self.rows([self.just_sent]).end(State.SENT)
            self.just_sent = None

    def end(self, delivery, state, answer=""):
        self.rows([delivery.pk]).end(state, answer)
        return state

    def put_off(self, delivery, answer):
        """Try again later; after the last attempt it has failed."""
        attempts = delivery.attempts + 1
        if attempts > len(BACKOFF):
            return self.end(delivery, State.FAILED, answer)
        next_attempt_at = timezone.now() + BACKOFF[attempts - 1]
        self.rows([delivery.pk]).queue(answer=answer, next_attempt_at=next_attempt_at)
        return State.QUEUED

    def release(self):
        """Give back what was not begun."""
        self.settle()
        self.rows(self.taken).give_back()


def end_of_lease():
    return timezone.now() + LEASE


def reap():
    """Take back what senders held that are gone.

    A lease that ends too far ahead was given before the clock was put back. Two leases' length
    leaves room for machines whose clocks differ.
    """
    now = timezone.now()
    lost = Delivery.objects.held().exclude(claimed_until__range=(now, now + 2 * LEASE))
    if not lost.exists():
        return
    parked = [kind.name for kind in KINDS.values() if kind.parked_after_crash]
    begun = lost.filter(state=State.SENDING).filter(
        Q(notification__kind__in=parked) | Q(attempts__gt=len(BACKOFF))
    )
    # By number, so that each row is looked at again when it is changed: its sender may be alive.
    pks = list(begun.values_list("pk", flat=True))
    lost.filter(pk__in=pks, state=State.SENDING).end(State.UNKNOWN, "Its sender stopped midway.")
    lost.queue()
