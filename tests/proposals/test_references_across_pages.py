"""Copies, moves, and what happens to a proposal as a page: statements keep to their own."""

import pytest

from proposals.models import ProposalIndexPage, ProposalPage, Statement
from tests.factories import block, complete_statements, make_proposal, place
from tests.proposals.steps import identities, live, publish, retired

pytestmark = pytest.mark.usefixtures("home")
A_COPY = {"title": "A copy", "slug": "a-copy"}


@pytest.fixture
def worn():
    """A proposal in which R1 was retired: its risk is R2."""
    kinds = ("benefit", "risk", "limitation", "safeguard")
    benefit, risk, limitation, safeguard = (block(kind) for kind in kinds)
    proposal = make_proposal(statements=[benefit, risk, limitation, safeguard])
    return publish(proposal, [benefit, limitation, safeguard, block("risk")])


def uuids(page):
    return {statement.uuid for statement in Statement.objects.filter(proposal=page)}


@pytest.mark.parametrize("keep_live", [True, False])
def test_copy_starts_its_references_anew(worn, keep_live):
    before = identities(worn)
    copy = worn.copy(update_attrs=A_COPY, keep_live=keep_live)
    if not keep_live:
        assert live(copy) == []
        copy = publish(copy)
    assert live(copy) == ["B1", "L1", "S1", "R1"]
    assert retired(copy) == []
    assert not uuids(copy) & uuids(worn)
    assert identities(worn) == before
    assert live(worn) == ["B1", "L1", "S1", "R2"]


def test_change_to_a_copy_leaves_the_original_alone(worn):
    copy = worn.copy(update_attrs=A_COPY)
    before = list(Statement.objects.filter(proposal=worn).values())
    changed = complete_statements()
    publish(copy, changed)
    assert list(Statement.objects.filter(proposal=worn).values()) == before


def test_alias_has_statements_of_its_own_that_follow_the_original(worn):
    alias = worn.create_alias(update_slug="an-alias")
    publish(worn, [*(b for b in worn.statements.raw_data), block("risk")])
    assert live(alias) == ["B1", "L1", "S1", "R1", "R2"]
    assert not uuids(alias) & uuids(worn)


def test_unpublished_proposal_has_no_live_statement_and_gets_them_back(worn):
    before = identities(worn)
    worn.unpublish()
    assert live(worn) == []
    assert identities(worn) == before
    publish(worn)
    assert live(worn) == ["B1", "L1", "S1", "R2"]
    assert identities(worn) == before


def test_moving_a_proposal_changes_none_of_its_statements(worn, home):
    before = list(Statement.objects.values())
    other = place(home, ProposalIndexPage(title="Old proposals", slug="old-proposals"))
    worn.move(other, pos="last-child")
    moved = ProposalPage.objects.get(pk=worn.pk)
    assert moved.url == "/old-proposals/a-proposal/"
    assert list(Statement.objects.values()) == before
    publish(moved)
    assert list(Statement.objects.values()) == before
