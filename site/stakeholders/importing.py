"""A list of people out of a CSV file. Nobody is brought back who left, and whoever comes without a
basis for consent is asked first."""

from collections import Counter

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from core.models import Sector, Strand
from mailing.addresses import validate_address

from . import choices as choosing
from .lifecycle import record
from .models import Action, Actor, Frequency, Stakeholder
from .signing_up import sign_up
from .wording import consent_words

LONGEST = {"name": 100, "organisation": 160, "consent": 500}
EVERYTHING = "all"


class BadRow(ValueError):
    """A row can't be taken. The message says why."""


def take(rows, source, dry_run=False):
    """Take all `rows` (see `list_file.read`) or none. Returns ({what became of a row: number},
    [(number of a row, why it can't be taken)]). With `dry_run` nothing is kept or mailed."""
    strands = {strand.slug: strand.pk for strand in Strand.objects.all()}
    outcomes, mistakes = Counter(), []
    with transaction.atomic():
        for number, row in rows:
            try:
                outcomes[take_row(row, strands, source)] += 1
            except BadRow as mistake:
                mistakes.append((number, str(mistake)))
        if dry_run or mistakes:
            transaction.set_rollback(True)
    return dict(outcomes), mistakes


def take_row(row, strands, source):
    """Take one row; returns what became of it."""
    choices = choices_in(row, strands)
    known = Stakeholder.objects.at(row["address"]).first()
    if known:
        return "left before: not touched" if known.left_at else "known already: not touched"
    if not row["consent"]:
        sign_up(row["address"], choices, source, Actor.EDITOR)
        return "asked by mail to confirm"
    add(row, choices, source)
    return "added"


def add(row, choices, source):
    """Somebody who has agreed elsewhere, as the list says in its own words."""
    person = Stakeholder.objects.create(address=row["address"], confirmed_at=timezone.now())
    choosing.apply(choices, person)
    person.save()
    words = f"{consent_words(choices)} Basis: {row['consent']}"
    record(person, Action.IMPORTED, source, Actor.EDITOR, words)


def choices_in(row, strands):
    """The choices (stakeholders.choices) that a row holds. Raises BadRow."""
    try:
        validate_address(row["address"])
    except ValidationError as error:
        raise BadRow("This is no e-mail address.") from error
    for name, longest in LONGEST.items():
        if len(row[name]) > longest:
            raise BadRow(f"At most {longest} characters fit into “{name}”.")
    slugs = [slug.strip() for slug in row["strands"].split(";") if slug.strip()]
    unknown = [slug for slug in slugs if slug not in strands and slug != EVERYTHING]
    if unknown:
        raise BadRow(f"There is no strand “{unknown[0]}”. There are: {', '.join(strands)}, all.")
    invited = row["invitations"].lower()
    if invited not in {"", "no", "yes"}:
        raise BadRow("“invitations” is yes or no.")
    if not slugs and invited != "yes":
        raise BadRow("Nothing is wanted: name strands, or say yes to invitations.")
    return choosing.NOTHING | {
        "name": row["name"],
        "organisation": row["organisation"],
        "sector": one_of(Sector, row["sector"], "sector"),
        "frequency": one_of(Frequency, row["frequency"] or Frequency.WEEKLY, "frequency"),
        "wants_updates": bool(slugs),
        "wants_invitations": invited == "yes",
        "follows_all": EVERYTHING in slugs,
        "strands": sorted(strands[slug] for slug in set(slugs) - {EVERYTHING}),
    }


def one_of(kinds, text, name):
    """The value that `text` names, by itself or in the words that readers see."""
    for value, label in kinds.choices:
        if text.lower() in {value, label.lower()}:
            return value
    raise BadRow(f"There is no {name} “{text[:40]}”. There are: {', '.join(kinds.values)}.")
