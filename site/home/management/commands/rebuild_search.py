from django.core.management.base import BaseCommand
from tqdm import tqdm

from home.search.keeping import follow_everything


class Command(BaseCommand):
    help = (
        "Brings what search can find in line with all pages. Publication does so page by page: "
        "this is for content from before there was search, or that came round publication."
    )

    def handle(self, verbosity, **options):
        follow_everything(lambda parts: tqdm(parts, disable=verbosity == 0))
