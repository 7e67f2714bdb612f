from django.core.management.base import BaseCommand

from discussion.redaction import due_for_deletion


class Command(BaseCommand):
    help = (
        "Deletes for good the words that moderators took out of comments more than "
        "REDACTED_TEXT_DAYS ago. Those redactions can't be undone any more."
    )

    def add_arguments(self, parser):
        parser.add_argument("--dry-run", action="store_true", help="only count them")

    def handle(self, dry_run, verbosity, **options):
        due = due_for_deletion()
        number = due.count() if dry_run else due.update(text_before="")
        if verbosity and (number or dry_run):
            what = "Would delete" if dry_run else "Deleted"
            self.stdout.write(f"{what} the words of {number} redactions.")
