"""`analyse_votes --import` takes votes from Polis for answers to a proposal, all or none."""

import pytest
from django.core.management import CommandError

from proposals.models import Answer, Stance
from stakeholders.models import Stakeholder
from tests.factories import make_proposal


@pytest.fixture
def proposal(home):
    """With four statements: one more than the export has, two more than moderators left."""
    return make_proposal()


def answers(proposal):
    """{statement's place in the proposal: what people answered, sorted}."""
    rows = list(proposal.published_statements.order_by("order"))
    found = {}
    for stance in Stance.objects.counted():
        found.setdefault(rows.index(stance.statement), []).append(stance.answer)
    return {place: sorted(given) for place, given in sorted(found.items())}


def test_votes_become_answers_to_one_statement_after_the_other(analyse, export, proposal):
    analyse(export, "--import", proposal.slug)
    assert answers(proposal) == {0: [-1, 0, 1], 1: [-1, 1, 1], 2: [-1, 1, 1]}
    assert Stakeholder.objects.confirmed().count() == 4
    assert set(Stance.objects.values_list("answer", flat=True)) == set(Answer.values)


def test_what_moderators_took_out_is_left_out(analyse, export, comments, proposal):
    analyse(export, "--comments", comments, "--import", proposal.slug)
    assert answers(proposal) == {0: [-1, 0, 1], 1: [-1, 1, 1]}


def test_proposal_that_people_answered_is_refused(analyse, export, proposal):
    analyse(export, "--import", proposal.slug)
    with pytest.raises(CommandError, match="People have answered it") as refused:
        analyse(export, "--import", proposal.slug)
    assert refused.value.returncode == 2
    assert Stakeholder.objects.count() == 4


def test_same_votes_are_imported_again_once_the_answers_are_gone(analyse, export, proposal):
    analyse(export, "--import", proposal.slug)
    Stance.objects.all().delete()
    analyse(export, "--import", proposal.slug)
    assert Stakeholder.objects.count() == 4
    assert Stance.objects.count() == 9


def test_unknown_proposal_is_one_line(analyse, export, home):
    with pytest.raises(CommandError, match="no published proposal “none”") as refused:
        analyse(export, "--import", "none")
    assert refused.value.returncode == 2
    assert not Stakeholder.objects.exists()
