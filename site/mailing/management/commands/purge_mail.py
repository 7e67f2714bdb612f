from django.core.management.base import BaseCommand

from mailing.retention import purge


class Command(BaseCommand):
    help = (
        "Blanks what mails said MAIL_BODY_DAYS after the last of them left, and to whom they went "
        "after MAIL_ADDRESS_DAYS. The worker does it each hour."
    )

    def add_arguments(self, parser):
        parser.add_argument("--dry-run", action="store_true", help="only count them")

    def handle(self, dry_run, verbosity, **options):
        texts, addresses = purge(dry_run)
        if verbosity:
            what = "Would blank" if dry_run else "Blanked"
            self.stdout.write(f"{what} {texts} texts and {addresses} addresses.")
