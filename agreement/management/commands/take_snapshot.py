from functools import partial

from django.core.management.base import BaseCommand, CommandError
from django.db import IntegrityError
from tqdm import tqdm

from agreement.snapshots.due import due_proposals, why_not
from agreement.snapshots.taking import take_snapshot, work_out
from proposals.models import ProposalPage


class Command(BaseCommand):
    help = (
        "Counts the answers to a proposal, or to all for which that is due, and shows what may be "
        "published of them: once a day at most, and after ten changed answers at least."
    )

    def add_arguments(self, parser):
        parser.add_argument(
            "proposal", metavar="PROPOSAL", nargs="?", help="its name in its address"
        )
        parser.add_argument("--dry-run", action="store_true", help="work it out, keep nothing")

    def handle(self, *, proposal, dry_run, verbosity, **options):
        bar = partial(tqdm, disable=verbosity == 0, desc="Do the groups hold")
        for page in [self.named(proposal)] if proposal else due_proposals():
            try:
                snapshot = (work_out if dry_run else take_snapshot)(page, bar)
            except IntegrityError:
                raise CommandError(f"{page}: another snapshot was taken meanwhile.") from None
            if verbosity:
                self.tell(page, snapshot)

    def named(self, slug):
        page = ProposalPage.objects.published().filter(slug=slug).first()
        if page is None:
            raise CommandError(f"There is no published proposal “{slug}”.")
        if reason := why_not(page):
            raise CommandError(f"{page}: {reason}")
        return page

    def tell(self, page, snapshot):
        number = len(snapshot.result["statements"])
        self.stdout.write(f"{page}: snapshot {snapshot.number}, {number} statements.")
