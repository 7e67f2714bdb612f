import json
from functools import partial

from django.core.management.base import BaseCommand, CommandError
from tqdm import tqdm

from agreement.polis.export import read_moderation, read_votes
from agreement.polis.importing import CannotImport, import_votes
from agreement.polis.result import analyse
from agreement.polis.rows import BadFile
from proposals.models import ProposalPage

BAD_INPUT = 2


class Command(BaseCommand):
    help = (
        "Analyses votes exported from Polis (participants-votes.csv): opinion groups, what they "
        "agree on, and whether the groups hold. Exits with 2 where a file is not as it should be."
    )

    def add_arguments(self, parser):
        parser.add_argument("file", metavar="FILE.csv", help="a row for each person")
        parser.add_argument(
            "--comments",
            metavar="comments.csv",
            help="the statements: those that moderators took out are left out",
        )
        groups = parser.add_mutually_exclusive_group()
        groups.add_argument(
            "--labels", metavar="COLUMN", help="take the groups from this column (group-id)"
        )
        groups.add_argument(
            "--groups", type=int, choices=range(2, 6), metavar="K", help="find K groups, 2 to 5"
        )
        parser.add_argument("--json", action="store_true", help="print one JSON object")
        parser.add_argument(
            "--import",
            dest="proposal",
            metavar="PROPOSAL",
            help="take the votes for answers to this proposal (its name in its address), as a demo",
        )

    def handle(self, *, file, comments, labels, groups, proposal, verbosity, **options):
        bar = partial(tqdm, disable=verbosity == 0)
        try:
            moderation = read_moderation(comments) if comments else None
            export = read_votes(file, labels, moderation, partial(bar, desc="People", unit=""))
        except BadFile as error:
            raise CommandError(str(error), returncode=BAD_INPUT) from None
        except OSError as error:
            message = f"{error.filename} can't be read: {error.strerror}."
            raise CommandError(message, returncode=BAD_INPUT) from None
        taken_out = [statement for statement, out in (moderation or {}).items() if out]
        if proposal:
            self.import_votes(export, taken_out, proposal)
        result = analyse(export, taken_out, groups, partial(bar, desc="Do the groups hold"))
        if options["json"]:
            self.stdout.write(json.dumps(result.as_dict()))
        else:
            self.tell(result)

    def import_votes(self, export, taken_out, slug):
        page = ProposalPage.objects.published().filter(slug=slug).first()
        if page is None:
            raise CommandError(f"There is no published proposal “{slug}”.", returncode=BAD_INPUT)
        try:
            people, stances = import_votes(export, taken_out, page)
        except CannotImport as error:
            raise CommandError(f"{page}: {error}", returncode=BAD_INPUT) from None
        self.stderr.write(f"{page}: {stances} answers of {people} people.")

    def tell(self, result):
        self.stdout.write(f"{result.participants} people, {result.statements} statements.")
        for group in result.groups:
            self.stdout.write(f"Group {group['id']}: {group['size']} people.")
        for answer, values in result.group_informed_consensus.items():
            best = sorted(values, key=values.get, reverse=True)[:5]
            if best:
                found = ", ".join(f"{statement} ({values[statement]:.2f})" for statement in best)
                self.stdout.write(f"All groups {answer} most: {found}.")
        if result.shown["groups"]:
            self.stdout.write("The groups hold: they may be shown.")
        else:
            self.stdout.write("The groups are not to be shown.")
            for reason in result.shown["reasons"]:
                self.stdout.write(f"- {reason}")
