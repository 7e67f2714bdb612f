"""Many people who answer, written at once."""

from uuid import uuid4

from django.utils import timezone

from core.addresses import address_key
from proposals.models import Stance, Statement
from stakeholders.models import Stakeholder


def make_people(number, sector="individual"):
    addresses = [f"{uuid4().hex}@example.org" for _ in range(number)]
    return Stakeholder.objects.bulk_create(
        Stakeholder(
            address=address,
            address_key=address_key(address),
            sector=sector,
            confirmed_at=timezone.now(),
        )
        for address in addresses
    )


def answer(people, statement, answers):
    """Each of the `people` gives the answer that stands in their place, None for none."""
    Stance.objects.put(
        [
            Stance(
                statement=statement,
                wording=statement.claim,
                wording_hash=statement.wording_hash,
                stakeholder=person,
                answer=answer,
            )
            for person, answer in zip(people, answers, strict=True)
            if answer is not None
        ],
        "stakeholder",
    )


def answers_of(agree=0, unsure=0, disagree=0):
    return [1] * agree + [0] * unsure + [-1] * disagree


def make_crowd(proposal, **sectors):
    """People of each sector who answer every statement alike: {sector: (agree, unsure, disagree)}.
    Returns the people by sector."""
    crowd = {}
    for sector, numbers in sectors.items():
        crowd[sector] = make_people(sum(numbers), sector)
        for statement in Statement.objects.live().filter(proposal=proposal):
            answer(crowd[sector], statement, answers_of(*numbers))
    return crowd
