import logging
import os
from time import monotonic, sleep

from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.db import close_old_connections

logger = logging.getLogger(__name__)

JOBS = (
    "publish_scheduled",
    "tell_subscribers",
    "purge_comments",
    "purge_redactions",
    "purge_stances",
    "purge_stakeholders",
    "mail_moderators",
    "take_snapshot",
)
A_MINUTE = 60


class Command(BaseCommand):
    help = (
        "Does what falls due as time goes by: pages to be published or taken down, what is to be "
        "deleted, what subscribers and moderators are to hear of, answers to be counted."
    )

    def add_arguments(self, parser):
        parser.add_argument(
            "--watch",
            action="store_true",
            help="do it each minute, until the process that started this one has ended",
        )

    def handle(self, *, watch, **options):
        if watch:
            for _ in each_minute():
                close_old_connections()
                do_all()
        elif failed := do_all():
            raise CommandError(f"Not done: {', '.join(failed)}. The log says why.")


def each_minute():
    """Yield now and a minute after each time before, for as long as our parent lives."""
    parent, due = os.getppid(), monotonic()
    while os.getppid() == parent:
        if monotonic() >= due:
            due = monotonic() + A_MINUTE
            yield
        sleep(1)


def do_all():
    """Do each job; return the names of those that failed."""
    return [job for job in JOBS if not did(job)]


def did(job):
    """Do one job, and say whether it went well: one that fails must not keep the others waiting."""
    try:
        call_command(job, verbosity=0)
    except CommandError as error:
        logger.warning("%s: %s", job, error)
    except Exception:
        logger.exception("%s failed", job)
    else:
        return True
    return False
