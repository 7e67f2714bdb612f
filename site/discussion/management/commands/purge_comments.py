from datetime import timedelta

from django.conf import settings
from django.core.management.base import BaseCommand
from django.db import transaction
from django.utils import timezone
from tqdm import tqdm

from discussion.models import PublicComment, State

AT_ONCE = 500


class Command(BaseCommand):
    help = (
        "Deletes comments that nobody confirmed within UNCONFIRMED_COMMENT_DAYS, with the names "
        "and addresses in them. Nothing else is deleted."
    )

    def add_arguments(self, parser):
        parser.add_argument("--dry-run", action="store_true", help="only count them")

    def handle(self, dry_run, verbosity, **options):
        before = timezone.now() - timedelta(days=settings.UNCONFIRMED_COMMENT_DAYS)
        stale = PublicComment.objects.filter(state=State.UNCONFIRMED, submit_date__lt=before)
        number = stale.count()
        if not dry_run:
            with tqdm(total=number, disable=verbosity == 0 or not number) as bar:
                while deleted := delete_some(stale):
                    bar.update(deleted)
        if verbosity and (number or dry_run):
            self.stdout.write(f"{'Would delete' if dry_run else 'Deleted'} {number} comments.")


@transaction.atomic
def delete_some(stale):
    """Delete a batch and return how many; whoever confirms one in this moment is too late."""
    ids = list(stale.select_for_update().values_list("pk", flat=True)[:AT_ONCE])
    PublicComment.objects.filter(pk__in=ids).delete()
    return len(ids)
