import signal
from collections import Counter
from contextlib import contextmanager

from django.core.management.base import BaseCommand, CommandError
from tqdm import tqdm

from mailing.models import Delivery, State
from mailing.retention import purge
from mailing.sender import Sender, ServerAway
from mailing.watch import Watch


class Command(BaseCommand):
    help = (
        "Sends the mail that waits in the outbox, and blanks what has been kept long enough. Told "
        "to stop, it finishes the mail under way. Exits with 1 if the mail server is away."
    )

    def add_arguments(self, parser):
        parser.add_argument(
            "--watch",
            action="store_true",
            help="go on until told to stop, or until the process that started this has ended",
        )
        parser.add_argument(
            "--dry-run", action="store_true", help="only say what would be sent now, and to whom"
        )

    def handle(self, *, watch, dry_run, verbosity, **options):
        if dry_run:
            self.say_what_is_due()
            return
        sender = Sender()
        with stopping_when_told(sender):
            if watch:
                Watch(sender).run()
            else:
                self.send(sender, quiet=verbosity == 0)

    def say_what_is_due(self):
        for delivery in Delivery.objects.due().select_related("notification").iterator():
            self.stdout.write(f"{delivery.notification.kind} {delivery.masked_address}")

    def send(self, sender, quiet):
        purge()
        left = Counter()
        total = Delivery.objects.due().count()
        try:
            for state in tqdm(sender.run(), "Mails", total=total, disable=quiet or None):
                left[state] += 1
        except ServerAway as error:
            raise CommandError(f"The mail server is away: {error}") from error
        if not quiet:
            words = [f"{state.label}: {left[state]}." for state in State if left[state]]
            self.stdout.write(" ".join(words) or "Nothing waits.")


@contextmanager
def stopping_when_told(sender):
    """Let Ctrl+C and a host's request to end wait for the mail that is under way."""

    def stop(*args):
        sender.stop()

    before = {number: signal.signal(number, stop) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
