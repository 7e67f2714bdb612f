"""What the demo's stakeholders answer has a structure, which is found or honestly not found."""

import pytest
from django.core.management import call_command
from django.utils import timezone

from agreement.models import AgreementSnapshot
from proposals.models import Stance

GROUPS = "linking-de-identified-records-for-research"
NO_GROUPS = "one-view-of-debt-owed-to-government"


@pytest.mark.usefixtures("demo")
def test_demo_answers_are_counted_where_groups_hold_and_where_they_do_not():
    first, second = AgreementSnapshot.objects.filter(proposal__slug=GROUPS).order_by("number")
    assert first.taken_at < second.taken_at
    assert second.result["groups"]["reasons"] == []
    assert second.result["changes"]
    unstable = AgreementSnapshot.objects.get(proposal__slug=NO_GROUPS).result
    assert unstable["groups"]["reasons"]
    standings = {
        entry["standing"] for entry in [*second.result["statements"], *unstable["statements"]]
    }
    assert standings >= {"broad-agreement", "divided-between", "divided-within"}


@pytest.mark.usefixtures("demo")
def test_nobody_in_the_demo_answered_before_a_proposal_opened():
    asked = Stance.objects.values_list("given_at", "statement__proposal__opens")
    assert all(timezone.localdate(given_at) >= opens for given_at, opens in asked.distinct())


@pytest.mark.usefixtures("demo")
def test_demo_is_loaded_twice_and_answers_once_and_goes_without_a_trace():
    answers = Stance.objects.count()
    call_command("load_demo", verbosity=0)
    assert Stance.objects.count() == answers
    call_command("load_demo", "--remove", verbosity=0)
    assert not Stance.objects.exists()
    assert not AgreementSnapshot.objects.exists()
