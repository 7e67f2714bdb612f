"""Where people find again what they said to statements."""

from django.db.models import Count
from django.urls import reverse

from proposals.models import ProposalPage, Stance


def links_to_answers(stakeholder):
    """[(path, words)], one for each proposal, by its title."""
    own = Stance.objects.counted().filter(stakeholder=stakeholder)
    numbers = dict(own.values_list("statement__proposal").annotate(Count("pk")).order_by())
    return [
        (
            reverse("stances_all", args=[proposal.pk]),
            f"{proposal.title}: {numbers[proposal.pk]} answered",
        )
        for proposal in ProposalPage.objects.published().filter(pk__in=numbers).order_by("title")
    ]
