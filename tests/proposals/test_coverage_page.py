"""Risks and limitations against safeguards: gaps are seen first."""

import pytest

from tests.factories import block, complete_statements, make_proposal
from tests.proposals.html import by_class, classes, read, words


def coverage(client, proposal):
    return read(client.get(f"{proposal.url}coverage/"))


def table(page):
    """{reference of the row: {heading: what the cell says}}."""
    headings = [words(cell) for cell in page.findall(".//thead/tr/th")[1:]]
    rows = page.findall(".//tbody/tr")
    cells = {words(row.find("th/a")): map(cell_words, row.findall("td")) for row in rows}
    return {name: dict(zip(headings, row, strict=True)) for name, row in cells.items()}


def cell_words(cell):
    marks = [mark.get("aria-label") for mark in by_class(cell, "met")]
    return marks[0] if marks else words(cell)


@pytest.fixture
def proposal(home):
    met, unmet = block("risk", claim="Files leak."), block("risk", claim="Doors open.")
    limitation, unmet_limitation = block("limitation"), block("limitation")
    statements = [
        block("benefit"),
        met,
        unmet,
        limitation,
        unmet_limitation,
        block("safeguard", claim="A locked room.", meets=[met["id"], limitation["id"]]),
        block("safeguard", claim="An audit.", meets=[met["id"]]),
    ]
    return make_proposal(statements=statements)


def test_each_risk_and_limitation_is_set_against_each_safeguard(client, proposal):
    assert table(coverage(client, proposal)) == {
        "R2": {"S1": "", "S2": ""},
        "L2": {"S1": "", "S2": ""},
        "R1": {"S1": "met", "S2": "met"},
        "L1": {"S1": "met", "S2": ""},
    }


def test_each_row_begins_by_saying_what_meets_it(client, proposal):
    rows = coverage(client, proposal).findall(".//tbody/tr")
    assert [words(row.find("th/span")) for row in rows] == [
        *["No safeguard meets this yet"] * 2,
        "Met by S1, S2",
        "Met by S1",
    ]


def test_gaps_stand_on_top(client, proposal):
    rows = coverage(client, proposal).findall(".//tbody/tr")
    assert [words(row.find("th/a")) for row in rows] == ["R2", "L2", "R1", "L1"]
    assert ["unmet" in classes(row) for row in rows] == [True, True, False, False]


def test_links_lead_to_the_statements_on_the_proposal(client, proposal):
    main = coverage(client, proposal).find(".//main")
    addresses = sorted((words(a), a.get("href")) for a in main.iter("a"))
    # A safeguard heads a column of the table and stands in the list below it.
    references = ["L1", "L2", "R1", "R2", "S1", "S1", "S2", "S2"]
    assert addresses == [
        (proposal.title, proposal.url),
        *((reference, f"{proposal.url}#{reference}") for reference in references),
    ]


def test_safeguards_are_told_in_full(client, proposal):
    [listed] = by_class(coverage(client, proposal).find(".//main"), "plain")
    assert [words(item) for item in listed] == ["S1 A locked room.", "S2 An audit."]


def test_number_of_gaps_is_told_in_words(client, proposal):
    assert "1 risk with no safeguard yet." in words(coverage(client, proposal).find(".//main"))


def test_proposal_without_a_gap_says_so(client, home):
    main = coverage(client, make_proposal(statements=complete_statements())).find(".//main")
    assert "Every risk is met by at least one safeguard." in words(main)


def test_coverage_has_an_address_of_its_own(client, proposal):
    page = coverage(client, proposal)
    [canonical] = [link for link in page.iter("link") if link.get("rel") == "canonical"]
    assert canonical.get("href").endswith(f"{proposal.url}coverage/")
    assert page.find(".//title").text.startswith("What meets what: A proposal")


@pytest.mark.parametrize("rest", ["coverage/more/", "Coverage/", "cover/", "R1/"])
def test_other_address_below_a_proposal_is_no_page(client, proposal, rest):
    assert client.get(f"{proposal.url}{rest}").status_code == 404


def test_claim_is_text_on_the_coverage_page(client, home):
    hostile = "<script>alert(1)</script> \"quoted\" 'so'"
    statements = [*complete_statements(), block("safeguard", claim=hostile)]
    page = coverage(client, make_proposal(statements=statements))
    assert not list(page.iter("script"))
    assert hostile in words(page)
