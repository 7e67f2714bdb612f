"""Votes from Polis as stances on a proposal: real votes, to see by them what the site shows."""

from django.db import transaction
from django.utils import timezone

from core.addresses import address_key
from core.models import Sector
from proposals.models import Stance, Statement
from stakeholders.models import Stakeholder

from ..analysis.votes import UNANSWERED


class CannotImport(Exception):
    """Why nothing was imported, in words."""


@transaction.atomic
def import_votes(export, taken_out, proposal):
    """Write the votes of an `Export` as stances, and return (people, stances) as numbers.

    The first statement that was not `taken_out` stands for the first of the proposal, and so on;
    what one of them has more is left out. Each participant becomes a stakeholder, an individual
    without a name, at an address where nobody is. Raises CannotImport where somebody has answered.
    """
    statements = list(Statement.objects.live().filter(proposal=proposal))
    if not statements:
        raise CannotImport("It has no published statements.")
    if Stance.objects.filter(statement__proposal=proposal).exists():
        raise CannotImport("People have answered it: their answers would be lost among others.")
    votes = export.votes
    columns = [at for at, name in enumerate(votes.statements) if name not in taken_out]
    pairs = list(zip(columns, statements, strict=False))
    people = Stakeholder.objects.bulk_create(
        (participant(number, proposal) for number in range(len(votes.people))),
        update_conflicts=True,
        unique_fields=["address_key"],
        update_fields=["address"],
    )
    stances = Stance.objects.bulk_create(
        (
            Stance(
                statement=statement,
                wording=statement.claim,
                wording_hash=statement.wording_hash,
                stakeholder=person,
                answer=answers[column],
            )
            for person, answers in zip(people, votes.answers.tolist(), strict=True)
            for column, statement in pairs
            if answers[column] != UNANSWERED
        ),
        batch_size=1000,
    )
    return len(people), len(stances)


def participant(number, proposal):
    address = f"participant-{number}@{proposal.slug}.invalid"
    return Stakeholder(
        address=address,
        address_key=address_key(address),
        sector=Sector.INDIVIDUAL,
        confirmed_at=timezone.now(),
    )
