"""The worker: looks every moment whether something waits, and sends it."""

import logging
import os
from time import monotonic, sleep

from django.db import Error as AnyDatabaseError
from django.db import close_old_connections

from .retention import purge
from .sender import ServerAway

log = logging.getLogger(__name__)

BETWEEN_LOOKS = 2  # seconds, as all of these
AFTER_TROUBLE = 30
BETWEEN_PURGES = 60 * 60


class Watch:
    """Keeps a sender at work until it is told to stop, or the process that started us has ended."""

    def __init__(self, sender):
        self.sender = sender
        self.parent = os.getppid()
        self.next_purge = monotonic()

    def goes_on(self):
        return not self.sender.stopping and os.getppid() == self.parent

    def run(self):
        while self.goes_on():
            close_old_connections()
            rest_until = monotonic() + self.look()
            while self.goes_on() and monotonic() < rest_until:
                sleep(0.5)

    def look(self):
        """Do what is to be done; return for how many seconds to rest."""
        try:
            for _ in self.sender.run():
                pass
            if monotonic() >= self.next_purge:
                purge()
                self.next_purge = monotonic() + BETWEEN_PURGES
        except ServerAway as error:
            log.warning("The mail server is away: %s", error)
            return AFTER_TROUBLE
        except AnyDatabaseError:
            log.exception("The outbox can't be read or written")
            return AFTER_TROUBLE
        return BETWEEN_LOOKS
