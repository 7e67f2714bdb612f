from django.core.management.base import BaseCommand

from stakeholders.retention import due, purge


class Command(BaseCommand):
    help = (
        "Deletes sign-ups that nobody confirmed within UNCONFIRMED_SIGN_UP_DAYS, the addresses of "
        "those who left more than STAKEHOLDER_ADDRESS_DAYS ago, and the history of their consent "
        "after CONSENT_HISTORY_DAYS."
    )

    def add_arguments(self, parser):
        parser.add_argument("--dry-run", action="store_true", help="only count them")

    def handle(self, dry_run, verbosity, **options):
        counts = {what: rows.count() for what, rows in due().items()} if dry_run else purge()
        if verbosity and (dry_run or any(counts.values())):
            said = ", ".join(f"{number} {what}" for what, number in counts.items())
            self.stdout.write(f"{'Would delete' if dry_run else 'Deleted'} {said}.")
