"""Sends what the outbox holds. Any number of senders may run at once."""

import logging
from contextlib import suppress

from django.conf import settings

from . import answers, bounces
from .kinds import KINDS
from .lease import Claim, reap
from .models import State
from .pace import Pace
from .transport import Transport

log = logging.getLogger(__name__)


class ServerAway(Exception):
    """The mail server takes no connection: nothing is wrong with any mail, and none counts it."""


class Sender:
    """Sends over one connection, opened anew after a failure.

    Each step is committed before the next: claimed, being sent; and that it is sent, with the
    beginning of the next. A sender that dies leaves at most one mail of which nobody knows whether
    it left.
    """

    def __init__(self):
        self.claim = Claim()
        self.pace = Pace(settings.MAIL_PER_SECOND)
        self.transport = Transport()
        self.withheld = {}
        self.stopping = False

    def stop(self):
        """Finish the mail that is under way, and give back the others."""
        self.stopping = True

    def run(self):
        """Send all that is due; yield the State in which each mail is left.

        Raises ServerAway when the mail server can't be reached.
        """
        reap()
        try:
            while not self.stopping and (deliveries := self.claim.take()):
                yield from self.send_all(deliveries)
        finally:
            self.close()

    def send_all(self, deliveries):
        try:
            self.withheld = bounces.withheld(deliveries)
            for delivery in deliveries:
                if self.stopping:
                    break
                yield self.send(delivery)
        finally:
            self.claim.release()

    def send(self, delivery):
        """Send `delivery`; return the State it is left in, None if it is no longer ours to send."""
        if self.pace.rests:
            # Whoever kills us while we rest must not find this one unsettled.
            self.claim.settle()
            self.pace.wait()
        self.connect()
        if not self.claim.begin(delivery):
            return None
        try:
            if delivery.pk in self.withheld:
                return self.claim.end(delivery, State.CANCELLED, self.withheld[delivery.pk])
            if not KINDS[delivery.notification.kind].still_wanted(delivery):
                return self.claim.end(delivery, State.CANCELLED)
            self.transport.send(delivery)
        except OSError as error:
            return self.not_sent(delivery, *answers.read(error))
        except Exception:
            # Whatever is wrong with this one must not hold up the others.
            log.exception("Delivery %s can't be sent", delivery.pk)
            return self.claim.put_off(delivery, "Something is wrong with it; the log says what.")
        return self.claim.sent(delivery)

    def not_sent(self, delivery, for_good, words):
        self.close()
        log.warning("Delivery %s was not taken: %s", delivery.pk, words)
        if for_good:
            if answers.blame_the_address(words):
                bounces.tell_of(delivery.address, hard=True)
            return self.claim.end(delivery, State.FAILED, words)
        return self.claim.put_off(delivery, words)

    def connect(self):
        try:
            self.transport.open()
        except OSError as error:
            raise ServerAway(answers.read(error)[1]) from error

    def close(self):
        # The server may have gone before us.
        with suppress(OSError):
            self.transport.close()
