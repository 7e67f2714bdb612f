"""Publication turns blocks into statements with references that hold for good."""

import pytest
from django.db import IntegrityError, connection
from django.test.utils import CaptureQueriesContext

from proposals.models import ProposalPage, Statement
from proposals.models.statement import wording_hash
from tests.factories import block, complete_statements, make_proposal, publish_proposal
from tests.proposals.steps import identities, live, publish, retired, row

pytestmark = pytest.mark.usefixtures("home")


def test_references_follow_the_order_of_reading_at_first_publication():
    statements = [*complete_statements(), block("risk"), block("benefit"), block("sanction")]
    assert live(make_proposal(statements=statements)) == ["B1", "R1", "L1", "S1", "R2", "B2", "X1"]


def test_every_kind_has_a_letter_of_its_own():
    kinds = ["purpose", "benefit", "risk", "limitation", "safeguard", "governance", "sanction"]
    proposal = make_proposal(statements=[block(kind) for kind in kinds])
    assert live(proposal) == ["P1", "B1", "R1", "L1", "S1", "G1", "X1"]


def test_row_says_what_was_published():
    statements = [*complete_statements(), block("risk", claim="Files leak.")]
    statement = row(make_proposal(statements=statements), "R2")
    assert statement.claim == "Files leak."
    assert statement.block_id == statements[-1]["id"]
    assert statement.order == 4
    assert statement.retired_at is None


def test_statement_knows_its_address():
    proposal = make_proposal()
    assert row(proposal, "R1").get_absolute_url() == f"{proposal.url}#R1"


def test_reordering_moves_no_reference():
    statements = complete_statements()
    proposal = make_proposal(statements=statements)
    before = identities(proposal)
    publish(proposal, statements[::-1])
    assert identities(proposal) == before
    assert live(proposal) == ["S1", "L1", "R1", "B1"]


def test_rewording_changes_the_wording_hash_and_nothing_else():
    statements = complete_statements()
    proposal = make_proposal(statements=statements)
    before, old = identities(proposal), row(proposal, "R1")
    statements[1]["value"]["claim"] = "Files are lost."
    publish(proposal, statements)
    assert identities(proposal) == before
    assert row(proposal, "R1").claim == "Files are lost."
    assert row(proposal, "R1").wording_hash != old.wording_hash


@pytest.mark.parametrize(
    "same",
    [
        "Every  café pays.",
        " Every café pays.\n",
        "Every\u00a0café\tpays.",
        "Every cafe\u0301 pays.",
    ],
)
def test_spacing_and_the_encoding_of_accents_are_no_change_of_wording(same):
    assert wording_hash(same) == wording_hash("Every café pays.")


@pytest.mark.parametrize("other", ["every café pays.", "Every cafe pays.", "Every café pays"])
def test_other_letters_are_a_change_of_wording(other):
    assert wording_hash(other) != wording_hash("Every café pays.")


def test_another_kind_is_another_statement_and_the_first_revives_with_its_kind():
    statements = [*complete_statements(), block("risk", claim="It costs too much.")]
    proposal = make_proposal(statements=statements)
    before = row(proposal, "R2")
    statements[-1]["type"] = "limitation"
    publish(proposal, statements)
    assert live(proposal) == ["B1", "R1", "L1", "S1", "L2"]
    assert retired(proposal) == ["R2"]
    statements[-1]["type"] = "risk"
    publish(proposal, statements)
    assert live(proposal) == ["B1", "R1", "L1", "S1", "R2"]
    assert retired(proposal) == ["L2"]
    assert row(proposal, "R2").uuid == before.uuid


def test_statement_taken_out_is_retired_and_never_deleted():
    statements = [*complete_statements(), block("risk", claim="Files leak.")]
    proposal = make_proposal(statements=statements)
    before = identities(proposal)
    publish(proposal, statements[:-1])
    assert retired(proposal) == ["R2"]
    assert row(proposal, "R2").claim == "Files leak."
    assert identities(proposal) == before


def test_day_of_retirement_stays_when_the_proposal_is_published_again():
    statements = [*complete_statements(), block("risk")]
    proposal = make_proposal(statements=statements)
    publish(proposal, statements[:-1])
    first = row(proposal, "R2").retired_at
    publish(proposal, statements[:-1])
    assert row(proposal, "R2").retired_at == first


def test_statement_put_back_revives_under_its_reference():
    statements = [*complete_statements(), block("risk")]
    proposal = make_proposal(statements=statements)
    before = identities(proposal)
    publish(proposal, statements[:-1])
    publish(proposal, statements)
    assert identities(proposal) == before
    assert retired(proposal) == []


def test_reference_is_never_used_again():
    statements = [*complete_statements(), block("risk")]
    proposal = make_proposal(statements=statements)
    publish(proposal, statements[:-1])
    publish(proposal, [*statements[:-1], block("risk")])
    assert live(proposal) == ["B1", "R1", "L1", "S1", "R3"]


def test_reverting_to_an_old_revision_revives_its_statements():
    statements = [*complete_statements(), block("risk", claim="Files leak.")]
    proposal = publish_proposal(statements=statements)
    first = proposal.latest_revision
    changed = [*statements[:-1], block("benefit")]
    changed[0]["value"]["claim"] = "Another benefit."
    publish(proposal, changed)
    before = identities(proposal)
    first.publish()
    assert live(proposal) == ["B1", "R1", "L1", "S1", "R2"]
    assert retired(proposal) == ["B2"]
    assert row(proposal, "B1").claim == "A benefit that people can weigh."
    assert identities(proposal) == before


def test_draft_makes_no_rows():
    proposal = make_proposal(live=False)
    proposal.save_revision()
    assert not Statement.objects.exists()


def test_draft_of_a_published_proposal_changes_no_row():
    statements = complete_statements()
    proposal = make_proposal(statements=statements)
    before = list(Statement.objects.values())
    draft = ProposalPage.objects.get(pk=proposal.pk)
    draft.statements = [*statements[::-1], block("risk")]
    draft.save_revision()
    assert list(Statement.objects.values()) == before


def test_block_that_came_without_an_id_keeps_the_one_it_gets():
    statements = [{"type": b["type"], "value": b["value"]} for b in complete_statements()[:3]]
    statements.append({"type": "safeguard", "value": block("safeguard")["value"]})
    proposal = make_proposal(statements=statements)
    before = identities(proposal)
    publish(proposal)
    assert identities(proposal) == before
    assert {b.id for b in publish(proposal).statements} == {block_id for block_id, _ in before}


def test_publication_that_fails_half_way_leaves_nothing_behind():
    statements = complete_statements()
    twin = block("risk", statements[1]["id"])
    proposal = make_proposal(live=False, statements=[*statements, twin])
    with pytest.raises(IntegrityError):
        proposal.save_revision().publish()
    assert not ProposalPage.objects.get().live
    assert not Statement.objects.exists()


def count_queries(statements, proposal):
    proposal.statements = statements
    with CaptureQueriesContext(connection) as queries:
        Statement.objects.publish(proposal)
    return len(queries)


def test_publication_asks_as_often_for_sixty_statements_as_for_five():
    few, many = make_proposal("Few"), make_proposal("Many")
    added = [block("risk") for _ in range(60)]
    for changed in (added, added[::-1], []):
        few_now = [*complete_statements(), *changed[:1]]
        many_now = [*complete_statements(), *changed]
        assert count_queries(few_now, few) == count_queries(many_now, many)
