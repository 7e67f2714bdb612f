"""Proposals and statements as editors find them."""

import csv
import io
from datetime import timedelta

import openpyxl
import pytest
from django.urls import reverse
from django.utils import timezone
from wagtail.permissions import policy_registry

from proposals.models import Statement
from tests.editors.conftest import ROLES, is_let_in
from tests.factories import block, complete_statements, make_proposal, make_strand
from tests.proposals.forms import evidence_fields

WRITERS = ("editor", "policy", "civil", "both", "superuser")
LISTINGS = ("proposals:index", "statements:index")
COUNTS = "B\N{NO-BREAK SPACE}1, R\N{NO-BREAK SPACE}1, L\N{NO-BREAK SPACE}1"


def titles(client, listing="proposals:index", **query):
    response = client.get(reverse(listing), query)
    name = "title" if listing.startswith("proposals") else "reference"
    return [getattr(each, name) for each in response.context["object_list"]]


def rows(response):
    text = b"".join(response.streaming_content).decode()
    return list(csv.DictReader(io.StringIO(text)))


@pytest.mark.parametrize("listing", LISTINGS)
@pytest.mark.parametrize("role", ROLES)
def test_writers_alone_see_the_listings(clients, role, listing):
    assert is_let_in(clients[role].get(reverse(listing))) == (role in WRITERS)


@pytest.mark.parametrize("role", [role for role in ROLES if role != "anonymous"])
def test_the_menu_leads_to_them_who_may_see_them(clients, role):
    page = clients[role].get(reverse("wagtailadmin_home")).content.decode()
    for listing in LISTINGS:
        assert (f'"{reverse(listing)}"' in page) == (role in WRITERS)


def test_proposals_show_status_strand_dates_and_statements(clients):
    make_proposal("Open one")
    make_proposal("A draft", live=False)
    page = clients["editor"].get(reverse("proposals:index")).content.decode()
    for words in ("Open for comment", "Not published", "Research and statistics", COUNTS):
        assert words in page


def test_proposals_are_filtered_by_status_strand_and_closing(clients):
    today = timezone.localdate()
    make_proposal("Open", closes=today + timedelta(days=20))
    make_proposal("Soon", closes=today + timedelta(days=14), strand=make_strand("Debt", "debt"))
    make_proposal("Closed", closes=today - timedelta(days=1))
    make_proposal("Draft", live=False)
    client = clients["editor"]
    assert set(titles(client, status="open")) == {"Open", "Soon"}
    assert titles(client, status="closed") == ["Closed"]
    assert titles(client, status="draft") == ["Draft"]
    assert titles(client, closing="14") == ["Soon"]
    assert titles(client, strand=str(make_strand("Debt", "debt").pk)) == ["Soon"]


def test_statements_are_filtered_by_kind_evidence_and_safeguard(clients):
    with_source = block("benefit", evidence=[evidence_fields(document=None)])
    make_proposal(statements=[*complete_statements(), with_source, block("risk")])
    client, listing = clients["editor"], "statements:index"
    assert titles(client, listing) == ["B1", "R1", "L1", "S1", "B2", "R2"]
    assert titles(client, listing, has_evidence="true") == ["B2"]
    assert titles(client, listing, kind="risk", is_met="false") == ["R2"]
    assert titles(client, listing, kind="risk", is_met="true") == ["R1"]


def test_statements_show_what_is_public_now(clients):
    proposal = make_proposal()
    make_proposal("Draft", live=False)
    assert Statement.objects.count() == 4
    proposal.unpublish()
    assert titles(clients["editor"], "statements:index") == []


@pytest.mark.parametrize(
    "query",
    ["“", '"', "'; DROP", "\x00", "%", "🙂", "שלום", "a" * 10_000, "OR AND NOT", "(", "\\"],
)
@pytest.mark.parametrize("listing", LISTINGS)
def test_no_search_breaks_a_listing(clients, home, listing, query):
    make_proposal()
    assert clients["editor"].get(reverse(listing), {"q": query}).status_code in (200, 400)


@pytest.mark.parametrize("listing", LISTINGS)
@pytest.mark.parametrize(
    "query",
    [
        {"status": "nothing"},
        {"strand": "9" * 20},
        {"closing": "x"},
        {"kind": "nothing"},
        {"has_evidence": "maybe"},
        {"ordering": "password"},
        {"p": "9" * 20},
        {"export": "exe"},
    ],
)
def test_no_filter_breaks_a_listing(clients, listing, query):
    make_proposal()
    assert clients["editor"].get(reverse(listing), query).status_code == 200


def test_search_finds_by_words_of_title_and_claim(clients):
    make_proposal("Sharing for research")
    make_proposal("Debt")
    assert titles(clients["editor"], q="research sharing") == ["Sharing for research"]
    found = titles(clients["editor"], "statements:index", q="benefit weigh")
    assert found == ["B1", "B1"]


def test_export_of_proposals_has_a_column_for_each_kind(clients):
    make_proposal("Open one")
    response = clients["editor"].get(reverse("proposals:index"), {"export": "csv"})
    [row] = rows(response)
    assert row["Title"] == "Open one"
    assert row["Status"] == "Open for comment"
    assert (row["Benefits"], row["Risks"], row["Sanctions"]) == ("1", "1", "0")


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t"])
def test_export_holds_no_formula(clients, start):
    evil = f"{start}HYPERLINK(1)"
    make_proposal(
        title=f"{start}1+1", statements=[*complete_statements(), block("risk", claim=evil)]
    )
    client = clients["editor"]
    for listing in LISTINGS:
        exported = rows(client.get(reverse(listing), {"export": "csv"}))
        cells = [cell for row in exported for cell in row.values()]
        assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t"))]
        answer = client.get(reverse(listing), {"export": "xlsx"})
        book = openpyxl.load_workbook(io.BytesIO(b"".join(answer.streaming_content)))
        kinds = {cell.data_type for row in book.active.iter_rows() for cell in row}
        assert "f" not in kinds


@pytest.mark.parametrize("listing", LISTINGS)
def test_queries_do_not_grow_with_the_rows(
    clients, listing, django_assert_max_num_queries, django_assert_num_queries
):
    client = clients["editor"]
    for n in range(3):
        make_proposal(f"Proposal {n}")
    client.get(reverse(listing))
    with django_assert_max_num_queries(15) as few:
        client.get(reverse(listing))
    for n in range(9):
        make_proposal(f"More {n}")
    with django_assert_num_queries(len(few)):
        client.get(reverse(listing))


def test_nobody_types_a_statement(clients, people):
    policy = policy_registry.get_by_type(Statement)
    for action in ("add", "change", "delete"):
        assert not policy.user_has_permission(people["superuser"], action)
