from django.core.management.base import BaseCommand
from django.utils import timezone

from proposals.models import Stance
from proposals.stances.respondent import lasts


class Command(BaseCommand):
    help = (
        "Deletes the answers of visitors who did not confirm an address within "
        "UNCONFIRMED_STANCE_DAYS. Answers that count are not touched."
    )

    def add_arguments(self, parser):
        parser.add_argument("--dry-run", action="store_true", help="only count them")

    def handle(self, dry_run, verbosity, **options):
        stale = Stance.objects.waiting().filter(given_at__lt=timezone.now() - lasts())
        number = stale.count() if dry_run else stale.delete()[0]
        if verbosity and (number or dry_run):
            self.stdout.write(f"{'Would delete' if dry_run else 'Deleted'} {number} answers.")
