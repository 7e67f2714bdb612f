from django.core.management.base import BaseCommand
from tqdm import tqdm

from stakeholders.models import Frequency
from stakeholders.updates.digests import hand_over, people_due
from stakeholders.updates.telling import due, tell


class Command(BaseCommand):
    help = (
        "Tells stakeholders what comes true on a day, such as that a proposal opens, and writes "
        "the digests that are due: those of a day at seven, those of a week on Mondays. May run as "
        "often as you like: nobody is told anything twice."
    )

    def add_arguments(self, parser):
        parser.add_argument("--dry-run", action="store_true", help="only say what is due")

    def handle(self, dry_run, verbosity, **options):
        for news in due():
            if not dry_run:
                tell(news, news.summary)
            if verbosity:
                self.stdout.write(f"{news.kind.label}: {news.title}")
        for frequency in Frequency:
            number = people_due(frequency).count()
            if not dry_run:
                with tqdm(total=number, disable=verbosity == 0 or not number) as bar:
                    hand_over(frequency, progress=bar.update)
            if verbosity and number:
                self.stdout.write(f"{frequency.label}: {number} people.")
