from django.core.management.base import BaseCommand, CommandError

from core import personal_data


class Command(BaseCommand):
    help = "Erases for good all that is held under one e-mail address. There is no way back."

    def add_arguments(self, parser):
        parser.add_argument("address")
        parser.add_argument("--dry-run", action="store_true", help="only say what would be erased")
        parser.add_argument("--no-input", action="store_true", help="don't ask")

    def handle(self, address, dry_run, no_input, **options):
        if dry_run:
            self.say("Would erase", personal_data.count(address))
            return
        if not no_input and input("Type the address again to erase it for good: ") != address:
            raise CommandError("The addresses differ. Nothing was erased.")
        self.say("Erased", personal_data.erase(address))

    def say(self, what, numbers):
        for name, number in numbers.items():
            self.stdout.write(f"{what} {name}: {number}")
