"""A draft is shown to its editor however unfinished it is."""

import pytest
from django.urls import reverse

from proposals.kinds import Kind
from proposals.models import ProposalPage
from tests.factories import block, complete_statements, make_proposal
from tests.proposals.forms import form_data
from tests.proposals.html import by_class, read, words
from tests.proposals.steps import publish

NO_EVIDENCE = dict.fromkeys(["title", "url", "document", "kind", "date", "bearing", "limits"])
BLANK_EVIDENCE = dict.fromkeys(NO_EVIDENCE, "") | {"date": None, "document": None}
FIELDS = ["claim", "details", "falls_on", "gains", "measure", "likelihood", "impact"]


def unfinished(kind, nothing, source):
    evidence = [{"type": "item", "id": "e", "value": source}]
    fields = dict.fromkeys(FIELDS, nothing) | {"evidence": evidence}
    if kind == "safeguard":
        fields["meets"] = nothing
    return block(kind, **fields)


def coverage_of(page):
    """The coverage page of a draft, through the same stack as any preview."""
    page.serve_preview = lambda request, mode: page.coverage(request)
    return page.make_preview_request()


@pytest.fixture
def draft(home):
    statements = complete_statements()
    return make_proposal("A draft", live=False, statements=statements)


def test_preview_of_a_draft_shows_its_statements_by_kind(draft):
    page = read(draft.make_preview_request())
    shown = by_class(page, "statement")
    assert [words(statement.find("header/a")) for statement in shown] == [
        "B Benefit",
        "R Risk",
        "L Limitation",
        "S Safeguard",
    ]


def test_preview_of_a_draft_says_what_meets_what_without_references(draft):
    risk, safeguard = [
        by_class(statement, "links")[0]
        for statement in by_class(read(draft.make_preview_request()), "statement")
        if "risk" in statement.get("class") or "safeguard" in statement.get("class")
    ]
    assert words(risk) == "Met by A safeguard that people can weigh"
    assert words(safeguard) == "Meets A risk that people can weigh"


def test_coverage_of_a_draft_is_shown_without_references(draft):
    [row, _] = read(coverage_of(draft)).findall(".//tbody/tr")
    assert words(row.find("th")).startswith("L ")


@pytest.mark.parametrize("show", [ProposalPage.make_preview_request, coverage_of])
@pytest.mark.parametrize(
    ("nothing", "source"), [(None, NO_EVIDENCE), ("", BLANK_EVIDENCE)], ids=["None", "blank"]
)
@pytest.mark.parametrize("kind", Kind.values)
def test_statement_with_nothing_in_it_is_shown(draft, kind, nothing, source, show):
    empty = unfinished(kind, nothing, source)
    met = [empty["id"]] if kind in ("risk", "limitation") else []
    draft.statements = [block("risk"), empty, block("safeguard", meets=met)]
    page = words(read(show(draft)).find("body"))
    assert nothing is None or "None" not in page


@pytest.mark.parametrize("show", [ProposalPage.make_preview_request, coverage_of])
def test_proposal_with_nothing_in_it_is_shown(draft, show):
    draft.statements = []
    draft.summary = ""
    draft.strand = None
    read(show(draft))


def test_preview_shows_a_revived_statement_once(home):
    kept = [block(kind) for kind in ("benefit", "risk", "limitation", "safeguard")]
    gone = block("risk")
    proposal = publish(make_proposal(statements=[*kept, gone]), kept)
    proposal.statements = [*kept, gone]
    page = read(proposal.make_preview_request())
    assert [element.get("id") for element in page.iter()].count("R2") == 1


def test_editor_previews_a_form_before_it_is_saved(editor_client, index):
    statements = [block("risk", claim=""), block("safeguard", claim="Half a claim")]
    address = reverse(
        "wagtailadmin_pages:preview_on_add", args=["proposals", "proposalpage", index.pk]
    )
    sent = editor_client.post(address, form_data(statements))
    assert sent.json() == {"is_valid": True, "is_available": True}
    page = read(editor_client.get(address))
    assert "Half a claim" in words(page)
    assert not ProposalPage.objects.exists()
