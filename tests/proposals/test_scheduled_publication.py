"""A proposal that goes live on a date to come gets its references then."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.core.management import call_command
from django.utils import timezone

from proposals.models import ProposalPage, Statement
from tests.factories import block, complete_statements, make_proposal, publish_proposal
from tests.proposals.steps import identities, live, publish

pytestmark = pytest.mark.usefixtures("home")


def schedule(page, statements):
    return publish(page, statements, go_live_at=timezone.now() + timedelta(hours=1))


def pass_time(monkeypatch):
    later = timezone.now() + timedelta(hours=2)
    monkeypatch.setattr(timezone, "now", lambda: later)
    call_command("publish_scheduled")


def test_scheduled_proposal_has_no_statements_before_it_goes_live(monkeypatch):
    proposal = schedule(make_proposal(live=False), complete_statements())
    assert not proposal.live
    assert not Statement.objects.exists()
    pass_time(monkeypatch)
    assert live(proposal) == ["B1", "R1", "L1", "S1"]


def test_scheduled_change_waits_and_moves_no_reference(monkeypatch):
    statements = complete_statements()
    proposal = publish_proposal(statements=statements)
    before = identities(proposal)
    schedule(proposal, [block("risk"), *statements])
    assert live(proposal) == ["B1", "R1", "L1", "S1"]
    pass_time(monkeypatch)
    assert live(proposal) == ["R2", "B1", "R1", "L1", "S1"]
    assert identities(proposal).items() > before.items()


def test_expired_proposal_has_no_live_statement(monkeypatch):
    proposal = make_proposal()
    publish(proposal, expire_at=timezone.now() + timedelta(hours=1))
    pass_time(monkeypatch)
    assert live(proposal) == []
    assert Statement.objects.filter(proposal=proposal).count() == 4


@pytest.mark.parametrize("is_live", [True, False])
def test_incomplete_proposal_is_refused_when_it_is_scheduled_not_when_it_is_due(is_live):
    proposal = make_proposal(live=is_live)
    with pytest.raises(ValidationError):
        schedule(proposal, complete_statements()[:3])
    assert not ProposalPage.objects.get(pk=proposal.pk).scheduled_revision
