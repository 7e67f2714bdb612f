"""Snapshots are taken once a day at most, and after ten changed answers at least."""

from datetime import timedelta
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone

from agreement.models import AgreementSnapshot
from agreement.snapshots.due import due_proposals, why_not
from agreement.snapshots.taking import keep, work_out
from proposals.models import Stance, Statement
from tests.agreement.crowd import answer, make_people


@pytest.fixture
def statement(proposal):
    return Statement.objects.get(proposal=proposal, kind="risk")


@pytest.fixture
def people(proposal, statement):
    """Twelve who answered, and were counted two days ago."""
    people = make_people(12)
    answer(people, statement, [1] * 12)
    Stance.objects.update(given_at=timezone.now() - timedelta(days=3))
    snapshot = work_out(proposal)
    snapshot.taken_at = timezone.now() - timedelta(days=2)
    keep(snapshot)
    return people


def test_ten_new_answers_are_enough(proposal, statement, people):
    answer(make_people(9), statement, [1] * 9)
    assert why_not(proposal) == "Fewer than 10 answers have changed."
    answer(make_people(1), statement, [1])
    assert why_not(proposal) == ""
    assert due_proposals() == [proposal]


def test_changed_answers_count(proposal, statement, people):
    answer(people[:9], statement, [-1] * 9)
    assert why_not(proposal)
    answer(people[9:10], statement, [-1])
    assert not why_not(proposal)


def test_withdrawn_answers_count(proposal, statement, people):
    for person in people[:9]:
        Stance.objects.filter(stakeholder=person).delete()
    assert why_not(proposal)
    Stance.objects.filter(stakeholder=people[9]).delete()
    assert not why_not(proposal)


def test_changed_and_withdrawn_answers_count_together(proposal, statement, people):
    Stance.objects.filter(stakeholder__in=people[:5]).delete()
    answer(people[5:10], statement, [-1] * 5)
    assert not why_not(proposal)


def test_answers_given_earlier_count_from_the_day_of_confirming(proposal, statement, people):
    answer(make_people(10), statement, [1] * 10)
    Stance.objects.update(given_at=timezone.now() - timedelta(days=3))
    assert not why_not(proposal)


def test_within_a_day_none_is_taken(proposal, statement, people):
    keep(work_out(proposal))
    answer(make_people(50), statement, [1] * 50)
    assert why_not(proposal) == "The last snapshot is less than a day old."
    assert due_proposals() == []


def test_a_proposal_with_few_answers_has_no_first_snapshot(proposal, statement):
    answer(make_people(9), statement, [1] * 9)
    assert due_proposals() == []


def test_the_command_takes_what_is_due_and_says_so(proposal, statement, people):
    answer(make_people(10), statement, [1] * 10)
    out = StringIO()
    call_command("take_snapshot", stdout=out)
    assert out.getvalue() == "A proposal: snapshot 2, 4 statements.\n"
    call_command("take_snapshot", stdout=out)
    assert AgreementSnapshot.objects.count() == 2


def test_a_dry_run_keeps_nothing(proposal, statement, people):
    answer(make_people(10), statement, [1] * 10)
    call_command("take_snapshot", proposal.slug, "--dry-run", verbosity=0)
    assert AgreementSnapshot.objects.count() == 1
    statement.refresh_from_db()
    assert statement.found_now["sectors"]["rows"] == {"individual": [12, 0, 0]}


def test_the_command_refuses_what_is_not_due(proposal, people):
    with pytest.raises(CommandError, match="Fewer than 10 answers have changed"):
        call_command("take_snapshot", proposal.slug)


def test_the_command_says_what_it_does_not_know(home):
    with pytest.raises(CommandError, match="no published proposal “nothing”"):
        call_command("take_snapshot", "nothing")
