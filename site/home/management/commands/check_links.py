from concurrent.futures import ThreadPoolExecutor

from django.core.management.base import BaseCommand, CommandError
from tqdm import tqdm
from wagtail.models import Page

from core.models import BasePageQuerySet
from home.links import ExternalLink, LinkCheck

AT_A_TIME = 8


class Command(BaseCommand):
    help = (
        "Finds broken links on all public pages: one line for each, with the page's title and "
        "address. Exits with 1 if there is any. Links to other sites are listed, and asked for "
        "only with --external."
    )

    def add_arguments(self, parser):
        parser.add_argument(
            "--external", action="store_true", help="ask other sites for the pages linked to, too"
        )

    def handle(self, *, external, verbosity, **options):
        self.quiet = verbosity == 0
        check = LinkCheck()
        broken = self.check_pages(check)
        if external:
            broken += self.check_external(check.external)
        elif not self.quiet:
            for address in sorted(check.external):
                self.stdout.write(f"Not asked for: {address}")
        if broken:
            raise CommandError(f"Broken links: {broken}.")
        self.stdout.write("No broken links.")

    def check_pages(self, check):
        pages = BasePageQuerySet(Page).published().filter(depth__gt=1).order_by("path").specific()
        progress = tqdm(pages.iterator(), "Pages", total=pages.count(), disable=self.quiet)
        return sum(self.report(page, check.faults(page)) for page in progress)

    def check_external(self, external):
        links = [ExternalLink(address) for address in sorted(external)]
        with ThreadPoolExecutor(AT_A_TIME) as pool:
            faults = pool.map(lambda link: link.fault, links)
            faults = list(tqdm(faults, "Other sites", total=len(links), disable=self.quiet))
        return sum(
            self.report(page, [fault])
            for link, fault in zip(links, faults, strict=True)
            if fault
            for page in external[link.address]
        )

    def report(self, page, faults):
        """Say each fault of `page` on one line; return how many there are."""
        for fault in faults:
            with tqdm.external_write_mode():
                self.stdout.write(f"{page.title} {page.full_url}: {fault}")
        return len(faults)
