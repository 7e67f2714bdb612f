from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from tqdm import tqdm

from home.demo.accounts import ACCOUNTS, password_of
from home.demo.remove import remove, what_stays, what_was_said
from home.demo.site import DemoSite
from home.models import DemoObject, HomePage


class Command(BaseCommand):
    help = "Loads the demo content: strands, pages of every kind, and the comments on them."

    def add_arguments(self, parser):
        parser.add_argument(
            "--if-empty", action="store_true", help="do nothing if the site has any page already"
        )
        parser.add_argument("--remove", action="store_true", help="take the demo content away")
        parser.add_argument(
            "--dry-run", action="store_true", help="with --remove: only say what would go"
        )

    def handle(self, *, if_empty, dry_run, **options):
        if dry_run and not options["remove"]:
            raise CommandError("--dry-run goes with --remove: loading can’t be tried.")
        if options["remove"]:
            self.remove(dry_run)
        elif if_empty and HomePage.objects.get().get_children().exists():
            self.stdout.write("The site has content already: nothing loaded.")
        else:
            self.load(quiet=options["verbosity"] == 0)
        self.name_the_accounts()

    def load(self, quiet):
        DemoSite(lambda pages: tqdm(pages, "Loading the demo content", disable=quiet)).load()
        self.stdout.write(f"The demo content is loaded ({DemoObject.objects.count()} things).")

    def remove(self, dry_run):
        if staying := what_stays():
            raise CommandError(
                "These pages are not the demo's and stand below one that is. Move or delete them "
                f"first: {', '.join(staying)}."
            )
        if said := what_was_said():
            raise CommandError(
                "Others have said something on these pages of the demo. That is not the demo's to "
                f"delete, so nothing was removed: {', '.join(said)}."
            )
        number = DemoObject.objects.count() if dry_run else remove()
        self.stdout.write(f"{number} things {'would be' if dry_run else 'were'} removed.")

    def name_the_accounts(self):
        if settings.DEBUG and DemoObject.objects.filter(key__startswith="account/").exists():
            self.stdout.write(f"Sign in at {settings.SITE_URL}/admin/ as one of")
            for name, group in ACCOUNTS.items():
                self.stdout.write(
                    f"  {name}, password {password_of(name)} ({group or 'all rights'})"
                )
