import logging

from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError

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


class Command(BaseCommand):
    help = (
        "Does what falls due as time goes by: pages to be published or taken down, what is to be "
        "deleted, what subscribers and moderators are to hear of. The worker calls it each minute."
    )

    def handle(self, **options):
        failed = [job for job in JOBS if not did(job)]
        if failed:
            raise CommandError(f"Not done: {', '.join(failed)}. The log says why.")


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
