"""What can't be taken gets a message beside its field, and nothing that was typed is lost."""

import json
import uuid
from datetime import timedelta

import pytest
from django.core.files.base import ContentFile
from django.utils import timezone
from wagtail.documents import get_document_model

from proposals.models import ProposalPage, Statement
from tests.factories import block, complete_statements, make_proposal
from tests.proposals.forms import (
    accepted,
    create,
    edit,
    evidence_fields,
    form_data,
    messages_of,
    refused,
    statement_errors,
)
from tests.proposals.steps import identities, live

ACTIONS = ["save", "publish"]
LONG = "x" * 201


def error_at(response, position, field):
    """The messages that the editor's script sets beside a field of the block at `position`."""
    return messages_of(statement_errors(response)["blockErrors"][position]["blockErrors"][field])


@pytest.fixture
def document(db):
    file = ContentFile(b"Words.", name="report.txt")
    return get_document_model().objects.create(title="A report", file=file)


@pytest.mark.parametrize("action", ACTIONS)
def test_claim_of_201_characters_is_refused_and_kept(editor_client, index, action):
    response = create(editor_client, [*complete_statements(), block("risk", claim=LONG)], action)
    assert refused(response)
    assert error_at(response, 4, "claim") == [
        "Ensure this value has at most 200 characters (it has 201)."
    ]
    assert LONG in response.content.decode()


def test_claim_of_200_characters_is_published(editor_client, index):
    statements = [*complete_statements(), block("risk", claim=LONG[1:])]
    assert accepted(create(editor_client, statements))
    assert Statement.objects.get(claim=LONG[1:]).reference == "R2"


@pytest.mark.parametrize("claim", ["", "   "])
def test_empty_claim_is_refused_on_publication_and_kept_in_a_draft(editor_client, index, claim):
    statements = [*complete_statements(), block("risk", claim=claim)]
    response = create(editor_client, statements)
    assert refused(response)
    assert error_at(response, 4, "claim") == ["This field is required."]
    assert accepted(create(editor_client, statements, "save"))


def test_safeguard_that_meets_a_removed_risk_is_told_so_beside_its_list(editor_client, home):
    benefit, risk, limitation, safeguard = complete_statements()
    proposal = make_proposal(statements=[benefit, risk, limitation, safeguard])
    changed = [benefit, block("risk"), limitation, safeguard]
    response = edit(editor_client, proposal, changed)
    assert refused(response)
    [words] = error_at(response, 3, "meets")
    assert "no longer on this page" in words
    assert live(proposal) == ["B1", "R1", "L1", "S1"]
    assert accepted(edit(editor_client, proposal, changed, "save"))


@pytest.mark.parametrize("met", ["benefit", "safeguard", "governance"])
def test_safeguard_meets_risks_and_limitations_alone(editor_client, index, met):
    other = block(met)
    statements = [*complete_statements(), other, block("safeguard", meets=[other["id"]])]
    assert error_at(create(editor_client, statements), 5, "meets")


@pytest.mark.parametrize("action", ACTIONS)
@pytest.mark.parametrize(
    "junk",
    [
        "{not json",
        '{"a": 1}',
        '"a string"',
        "7",
        "null",
        '["short"]',
        "[[[]]]",
        "[null]",
        '["\\u0000"]',
        "\x00",
        "[" * 50_000,
        "9" * 5_000,
        json.dumps(["\ud800" * 36]),
    ],
    ids=lambda junk: junk[:12].encode("unicode_escape").decode(),
)
def test_junk_in_the_list_of_what_is_met_is_refused(editor_client, index, junk, action):
    statements = [*complete_statements()[:3], block("safeguard", claim="Typed.", meets=junk)]
    response = create(editor_client, statements, action)
    assert refused(response)
    assert error_at(response, 3, "meets")
    assert "Typed." in response.content.decode()


def test_proposal_that_closes_before_it_opens_is_told_so_beside_the_day(editor_client, index):
    opens = timezone.localdate()
    days = {"opens": str(opens), "closes": str(opens - timedelta(days=1))}
    response = create(editor_client, complete_statements(), **days)
    assert response.context["form"].errors == {
        "closes": ["It can't close before it opens: choose a later day."]
    }
    assert days["closes"] in response.content.decode()
    assert accepted(create(editor_client, complete_statements(), **days | {"closes": str(opens)}))


@pytest.mark.parametrize("day", ["", "tomorrow", "2026-02-30", "0000-00-00", "9" * 400])
def test_day_that_is_none_is_told_so(editor_client, index, day):
    response = create(editor_client, complete_statements(), opens=day)
    assert list(response.context["form"].errors) == ["opens"]


def cite(client, action="publish", **fields):
    source = evidence_fields(**fields)
    return create(client, [*complete_statements(), block("benefit", evidence=[source])], action)


@pytest.mark.parametrize("both", [True, False])
def test_evidence_has_an_address_or_a_document_but_not_both(editor_client, index, document, both):
    fields = {} if both else {"url": "", "document": ""}
    fields |= {"document": str(document.pk)} if both else {}
    response = cite(editor_client, **fields)
    assert refused(response)
    assert "Give a web address or a document, one of the two." in json.dumps(
        statement_errors(response)
    )
    assert "A survey" in response.content.decode()
    assert accepted(cite(editor_client, "save", **fields))


def test_evidence_with_a_document_alone_is_published(editor_client, index, document):
    assert accepted(cite(editor_client, url="", document=str(document.pk)))
    source = ProposalPage.objects.get().statements[4].value["evidence"][0]
    assert source["document"] == document.pk


@pytest.mark.parametrize(
    "fields",
    [
        {"url": "javascript:alert(1)"},
        {"url": "no address"},
        {"url": "", "document": "999999"},
        {"url": "", "document": "9" * 30},
        {"kind": "rumour"},
        {"bearing": "perhaps"},
        {"date": "soon"},
        {"date": ""},
        {"title": ""},
        {"title": "x" * 201},
        {"limits": "x" * 401},
    ],
    ids=str,
)
def test_evidence_that_makes_no_sense_is_refused(editor_client, index, fields):
    response = cite(editor_client, **fields)
    assert refused(response)
    assert messages_of(statement_errors(response))
    assert not ProposalPage.objects.exists()


@pytest.mark.parametrize("action", ACTIONS)
@pytest.mark.parametrize("field", ["claim", "falls_on"])
def test_nul_in_a_line_of_a_statement_is_refused(editor_client, index, action, field):
    statements = [*complete_statements(), block("purpose", **{field: "nul \x00 here"})]
    response = create(editor_client, statements, action)
    assert refused(response)
    assert error_at(response, 4, field) == ["Null characters are not allowed."]


@pytest.mark.parametrize("action", ACTIONS)
@pytest.mark.parametrize("field", ["title", "summary", "slug", "opens", "strand", "outcome"])
def test_nul_in_a_field_of_the_proposal_is_refused(editor_client, index, action, field):
    response = create(editor_client, complete_statements(), action, **{field: "nul \x00 here"})
    assert refused(response)
    assert field in response.context["form"].errors


@pytest.mark.parametrize("action", ACTIONS)
@pytest.mark.parametrize("field", ["statements-0-value-details", "background"])
def test_nul_in_rich_text_is_refused(editor_client, index, action, field):
    data = form_data(complete_statements(), action)
    content = json.loads(data[field])
    content["blocks"] = [{"key": "a", "text": "nul \x00 here", "type": "unstyled", "depth": 0}]
    content["blocks"][0] |= {"inlineStyleRanges": [], "entityRanges": [], "data": {}}
    address = f"/admin/pages/add/proposals/proposalpage/{index.pk}/"
    assert refused(editor_client.post(address, data | {field: json.dumps(content)}))


@pytest.mark.parametrize("block_id", ["x" * 500, "nul \x00", "", "7"])
@pytest.mark.parametrize("action", ACTIONS)
def test_block_id_that_can_be_none_is_replaced(editor_client, index, block_id, action):
    statements = complete_statements()
    statements[0]["id"] = block_id
    assert accepted(create(editor_client, statements, action))
    proposal = ProposalPage.objects.get().get_latest_revision_as_object()
    assert uuid.UUID(proposal.statements[0].id)


def test_two_blocks_with_one_id_are_two_statements(editor_client, index):
    statements = complete_statements()
    twin = block("risk", statements[1]["id"], claim="Its twin.")
    assert accepted(create(editor_client, [*statements, twin]))
    assert live(ProposalPage.objects.get()) == ["B1", "R1", "L1", "S1", "R2"]


@pytest.mark.parametrize("unknown", ["statement", "x" * 300, "nul \x00"])
def test_block_of_no_kind_that_we_have_is_left_out(editor_client, index, unknown):
    data = form_data([*complete_statements(), block("risk")])
    data["statements-4-type"] = unknown
    address = f"/admin/pages/add/proposals/proposalpage/{index.pk}/"
    assert accepted(editor_client.post(address, data))
    assert live(ProposalPage.objects.get()) == ["B1", "R1", "L1", "S1"]


def test_form_for_a_new_proposal_sent_twice_makes_one(editor_client, index):
    statements = complete_statements()
    assert accepted(create(editor_client, statements))
    again = create(editor_client, statements)
    assert list(again.context["form"].errors) == ["slug"]
    assert ProposalPage.objects.count() == 1


def test_form_for_a_change_sent_twice_changes_once(editor_client, home):
    proposal = make_proposal()
    changed = [*complete_statements(), block("risk")]
    assert accepted(edit(editor_client, proposal, changed))
    before = identities(proposal)
    assert accepted(edit(editor_client, proposal, changed))
    assert identities(proposal) == before


def test_form_of_300_statements_is_accepted(editor_client, index):
    sources = [evidence_fields() for _ in range(3)]
    added = [block("benefit", details="<p>Details.</p>" * 10, evidence=sources) for _ in range(296)]
    assert accepted(create(editor_client, [*complete_statements(), *added]))
    assert Statement.objects.live().count() == 300
