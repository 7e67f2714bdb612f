"""What a person said to statements, by e-mail address. Answers of visitors are under none."""

from proposals.models import Stance
from stakeholders.models import Stakeholder


def held(address):
    return Stance.objects.filter(stakeholder__in=Stakeholder.objects.at(address))


def export_stances(address):
    return [
        {
            "statement": stance.wording,
            "address": stance.statement.own_url,
            "answer": stance.get_answer_display(),
            "given_at": stance.given_at,
        }
        for stance in held(address).select_related("statement__proposal").order_by("pk")
    ]


def erase_stances(address):
    return held(address).delete()[0]
