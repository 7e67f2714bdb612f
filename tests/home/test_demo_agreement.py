"""The demo's standings and positions, and the people whose answers are not the demo's to delete."""

import pytest
from django.core.management import CommandError, call_command

from proposals.models import Position, Stance, Standing, StandingWord, Statement
from tests.factories import make_organisation, make_position, make_stakeholder, make_standing


@pytest.fixture
def statement(demo):
    return Statement.objects.live().first()


def remove():
    call_command("load_demo", "--remove", verbosity=0)


@pytest.mark.usefixtures("demo")
def test_demo_has_every_standing_and_one_that_changed_as_its_words_did():
    now = Statement.objects.exclude(current_standing=None)
    assert set(now.values_list("current_standing__standing", flat=True)) == set(StandingWord)
    moved = now.get(claim__startswith="A person marked as vulnerable")
    assert [each.standing for each in moved.standings.all()] == [
        StandingWord.TO_DISCUSS,
        StandingWord.OPTIONS,
        StandingWord.TO_DISCUSS,
    ]
    assert "ninety days" in moved.earlier_standings.last().wording
    assert set(Position.objects.values_list("answer", flat=True)) == {1, 0, -1}


@pytest.mark.parametrize(
    "say",
    [
        lambda statement: make_standing(statement),
        lambda statement: make_position(statement, make_organisation("Another")),
        lambda statement: Stance.objects.create(
            statement=statement, stakeholder=make_stakeholder(), answer=1
        ),
    ],
)
def test_removal_spares_what_others_said(statement, say):
    say(statement)
    with pytest.raises(CommandError, match=f"nothing was removed: {statement.proposal.title}"):
        remove()


def test_removal_takes_answers_that_nobody_confirmed(statement):
    Stance.objects.create(statement=statement, visitor=statement.uuid, answer=1)
    remove()
    assert [model.objects.count() for model in (Stance, Standing, Position)] == [0, 0, 0]
