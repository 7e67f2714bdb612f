"""A proposal as its reader meets it: by kind, with what meets what."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from proposals.kinds import Kind
from proposals.models import ProposalPage, Statement
from proposals.reading import Reading, ReadStatement
from tests.factories import block, make_proposal
from tests.proposals.steps import publish


def reading_of(*statements):
    """The reading of a proposal that was never saved."""
    return Reading(ProposalPage(statements=list(statements)))


def claims(statements):
    return [statement.value["claim"] for statement in statements]


def test_sections_stand_in_the_order_of_reading_whatever_the_editor_did():
    reading = reading_of(*(block(kind) for kind in reversed(Kind.values)))
    assert [section.kind for section in reading.sections] == list(Kind)


def test_kind_without_a_statement_has_no_section():
    reading = reading_of(block("risk"), block("sanction"))
    assert [section.kind for section in reading.sections] == [Kind.RISK, Kind.SANCTION]


def test_statements_of_a_section_keep_the_order_of_the_editor():
    reading = reading_of(block("risk", claim="One"), block("benefit"), block("risk", claim="Two"))
    assert claims(reading.sections[1].statements) == ["One", "Two"]


def test_safeguard_and_what_it_meets_know_each_other():
    risk, limitation = block("risk"), block("limitation")
    first = block("safeguard", meets=[limitation["id"], risk["id"]])
    second = block("safeguard", meets=[risk["id"]])
    reading = reading_of(first, risk, second, limitation)
    s1, r1, s2, l1 = reading.statements
    assert s1.meets == [l1, r1]
    assert s2.meets == [r1]
    assert r1.met_by == [s1, s2]
    assert l1.met_by == [s1]


@pytest.mark.parametrize("gone", ["00000000-0000-0000-0000-000000000000", "", None])
def test_safeguard_that_meets_what_is_gone_meets_nothing(gone):
    reading = reading_of(block("risk"), block("safeguard", meets=[gone]))
    assert reading.safeguards[0].meets == []


def test_safeguard_does_not_meet_a_statement_that_became_a_benefit():
    benefit = block("benefit")
    reading = reading_of(benefit, block("safeguard", meets=[benefit["id"]]))
    assert reading.safeguards[0].meets == []


def test_draft_safeguard_without_a_list_meets_nothing():
    assert reading_of(block("safeguard", meets=None)).safeguards[0].meets == []


def test_gaps_come_first_in_coverage_and_the_rest_keeps_its_order():
    met, unmet = block("risk", claim="Met"), block("risk", claim="Unmet")
    known, unknown = block("limitation", claim="Known"), block("limitation", claim="Unknown")
    safeguard = block("safeguard", meets=[known["id"], met["id"]])
    reading = reading_of(met, unmet, known, unknown, safeguard)
    assert claims(reading.coverage) == ["Unmet", "Unknown", "Met", "Known"]
    assert claims(reading.unmet_risks) == ["Unmet"]


@pytest.mark.parametrize(
    ("claim", "short"),
    [
        ("Files leak.", "Files leak"),
        ("One two three four five six seven eight.", "One two three four five six seven eight"),
        ("One two three four five six seven eight nine.", "One two three four five six seven…"),
        ("  spaced \n out  ", "spaced out"),
        ("", ""),
        (None, ""),
    ],
)
def test_citation_is_enough_to_know_a_statement_again(claim, short):
    block = {"claim": claim}
    never_published = ReadStatement(Kind.RISK, block, block, block_id="x")
    assert never_published.citation == short
    row = Statement(kind=Kind.RISK, number=2)
    assert ReadStatement(Kind.RISK, block, block, "x", row).citation == f"R2: {short}"


def test_published_statement_is_read_under_its_reference(home):
    reading = make_proposal().reading
    assert [statement.reference for statement in reading.statements] == ["B1", "R1", "L1", "S1"]
    assert [statement.anchor for statement in reading.statements] == ["B1", "R1", "L1", "S1"]


def test_statement_not_published_yet_is_found_by_its_block():
    risk = block("risk")
    [statement] = reading_of(risk).statements
    assert statement.reference == ""
    assert statement.anchor == risk["id"]


def test_retired_statements_are_read_as_earlier_text(home):
    kept = [block(kind) for kind in ("benefit", "risk", "limitation", "safeguard")]
    gone = block("risk", claim="Gone.")
    proposal = publish(make_proposal(statements=[*kept, gone]), kept)
    assert [(row.reference, row.claim) for row in proposal.reading.earlier] == [("R2", "Gone.")]


def test_statement_that_a_draft_puts_back_is_not_earlier_text_as_well(home):
    kept = [block(kind) for kind in ("benefit", "risk", "limitation", "safeguard")]
    gone = block("risk")
    proposal = publish(make_proposal(statements=[*kept, gone]), kept)
    proposal.statements = [*kept, gone]
    assert Reading(proposal).earlier == []
    assert Reading(proposal).statements[-1].reference == "R2"


@st.composite
def proposals(draw):
    kinds = draw(st.lists(st.sampled_from(Kind.values), max_size=8))
    statements = [block(kind) for kind in kinds]
    known = [statement["id"] for statement in statements]
    ids = st.sampled_from(known) | st.uuids().map(str) if known else st.uuids().map(str)
    for statement in statements:
        if statement["type"] == Kind.SAFEGUARD:
            statement["value"]["meets"] = draw(st.lists(ids, unique=True, max_size=6))
    return statements


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(proposals())
def test_meeting_is_mutual_and_between_safeguards_and_what_they_can_meet(django_db_blocker, blocks):
    with django_db_blocker.unblock():
        reading = reading_of(*blocks)
    for statement in reading.statements:
        if statement.kind == Kind.SAFEGUARD:
            assert all(statement in met.met_by for met in statement.meets)
        else:
            assert statement.meets == []
        if statement.kind in (Kind.RISK, Kind.LIMITATION):
            assert all(statement in safeguard.meets for safeguard in statement.met_by)
        else:
            assert statement.met_by == []
            assert not statement.needs_safeguard
    assert sum(len(s.statements) for s in reading.sections) == len(blocks)
    gaps = [statement.needs_safeguard for statement in reading.coverage]
    assert gaps == sorted(gaps, reverse=True)
    assert len(reading.coverage) == sum(b["type"] in ("risk", "limitation") for b in blocks)
