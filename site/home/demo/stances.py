"""Makes up what the demo's stakeholders answer, and counts it."""

import random
from datetime import timedelta

from django.utils import timezone

from agreement.snapshots.taking import keep, work_out
from proposals.models import Answer, Stance, Statement
from stakeholders.models import Stakeholder

from .files import block_id, read
from .remove import made

SEED = 2016
FIRST_COUNT = timedelta(days=9)
ANSWERED = 0.75  # of the statements, by each person
UNSURE = 0.06
REJECTED = 0.07  # agree with what nearly nobody wants


def load_stances(site):
    """Answers to those proposals that were not counted yet. Chance is the same each time."""
    words = read("stances")
    for entry in words["proposals"]:
        proposal = site.pages[entry["slug"]]
        if not proposal.snapshots.exists():
            chance = random.Random(f"{SEED} {entry['slug']}")  # noqa: S311 -- nothing secret
            answer_and_count(proposal, entry, words, chance)


def answer_and_count(proposal, entry, words, chance):
    now = timezone.now()
    crowd = Crowd(proposal, entry, words, chance)
    if before := entry["before"]:
        crowd.answer(crowd.people[:before], now - FIRST_COUNT)
        first = work_out(proposal)
        first.taken_at = now - FIRST_COUNT
        keep(first)
    crowd.answer(crowd.people[before:], now - timedelta(days=1))
    keep(work_out(proposal))


class Crowd:
    """Those who answer one proposal, and how likely they agree."""

    def __init__(self, proposal, entry, words, chance):
        everybody = Stakeholder.objects.confirmed().filter(pk__in=made("stakeholder"))
        self.people = chance.sample(list(everybody.order_by("pk")), entry["people"])
        self.statements = list(Statement.objects.live().filter(proposal=proposal))
        self.of_one_mind = entry["of_one_mind"]
        self.rejected = {block_id(entry["slug"], key) for key in entry["rejected"]}
        self.words, self.chance = words, chance
        spread = words["agree"]["spread"]
        self.moved = {each.pk: chance.uniform(-spread, spread) for each in self.statements}

    def answer(self, people, day):
        stances = (
            Stance(
                statement=statement,
                wording=statement.claim,
                wording_hash=statement.wording_hash,
                stakeholder=person,
                answer=self.draw(statement, caution),
                given_at=day,
            )
            for person, caution in [(person, self.caution_of(person)) for person in people]
            for statement in self.statements
            if self.chance.random() < ANSWERED
        )
        Stance.objects.put(list(stances), "stakeholder")

    def caution_of(self, person):
        """From 0, keen, to 1, cautious."""
        share = self.words["cautious"][person.sector]
        return float(self.chance.random() < share) if self.of_one_mind else share

    def draw(self, statement, caution):
        if self.chance.random() < UNSURE:
            return Answer.UNSURE
        cautious, keen = self.words["agree"][statement.kind]
        likely = caution * cautious + (1 - caution) * keen + self.moved[statement.pk]
        if statement.block_id in self.rejected:
            likely = REJECTED
        return Answer.AGREE if self.chance.random() < likely else Answer.DISAGREE
