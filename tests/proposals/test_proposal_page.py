"""What a reader finds on a published proposal."""

import pytest
from django.core.files.base import ContentFile
from django.utils import timezone
from wagtail.documents import get_document_model

from proposals.kinds import Kind
from proposals.models import ProposalPage
from tests.factories import block, complete_statements, make_organisation, make_proposal
from tests.proposals.html import by_class, by_id, classes, links, read, words
from tests.proposals.steps import publish

SURVEY = {
    "title": "A survey of tenants",
    "url": "https://example.org/survey?a=1&b=2",
    "document": None,
    "kind": "peer_reviewed",
    "date": "2025-03-01",
    "bearing": "challenges",
    "limits": "Nobody under 18 was asked.",
}


def evidence(**fields):
    return {"type": "item", "id": "e", "value": SURVEY | fields}


@pytest.fixture
def weighed(home):
    """A proposal with each kind; R1 is met twice, L1 once, R2 by nothing."""
    risk, limitation = block("risk", claim="Files leak."), block("limitation")
    statements = [
        block("purpose"),
        block("benefit", gains="Tenants", measure="Fewer forms.", falls_on="People who rent"),
        risk,
        block("risk", claim="People are matched.", likelihood="likely", impact="severe"),
        limitation,
        block("safeguard", claim="A locked room.", meets=[risk["id"], limitation["id"]]),
        block("safeguard", claim="An audit.", meets=[risk["id"]]),
        block("governance"),
        block("sanction"),
    ]
    return make_proposal("Linking records", statements=statements)


@pytest.fixture
def published(client, weighed):
    return read(client.get(weighed.url))


def show(client, *statements, **fields):
    """The page of a complete proposal with these statements added."""
    base = [block(kind) for kind in ("benefit", "risk", "limitation", "safeguard")]
    proposal = make_proposal(statements=[*base, *statements], **fields)
    return read(client.get(proposal.url))


def test_text_that_is_kept_changes_with_the_statement_and_with_what_meets_it(
    client, weighed, django_capture_on_commit_callbacks
):
    client.get(weighed.url)
    statements = list(weighed.statements.raw_data)
    statements[2]["value"]["details"] = "<p>It happened twice.</p>"
    statements[6]["value"]["claim"] = "An audit in public."
    with django_capture_on_commit_callbacks(execute=True):
        publish(weighed, statements)
    risk = by_id(read(client.get(weighed.url)), "R1")
    assert "It happened twice." in words(risk)
    assert "S2: An audit in public" in words(risk)


@pytest.mark.parametrize(
    ("reference", "kind"),
    [
        ("P1", "purpose"),
        ("B1", "benefit"),
        ("R1", "risk"),
        ("R2", "risk"),
        ("L1", "limitation"),
        ("S1", "safeguard"),
        ("S2", "safeguard"),
        ("G1", "governance"),
        ("X1", "sanction"),
    ],
)
def test_statement_has_a_permanent_link_and_shows_its_kind(published, reference, kind):
    statement = by_id(published, reference)
    link = statement.find("header/a")
    assert {"statement", kind} <= set(classes(statement))
    assert link.get("href") == f"#{reference}"
    assert words(link) == f"{reference} {Kind(kind).label}"
    assert words(statement.find("header/h3"))


def test_statements_stand_under_their_kind_in_the_order_of_reading(published):
    sections = [
        (words(section.find("h2")), [article.get("id") for article in section.findall("article")])
        for section in by_class(published, "kind")
    ]
    assert sections == [
        ("Purpose 1 statement", ["P1"]),
        ("Benefits 1 statement", ["B1"]),
        ("Risks 2 statements", ["R1", "R2"]),
        ("Limitations 1 statement", ["L1"]),
        ("Safeguards 2 statements", ["S1", "S2"]),
        ("Governance 1 statement", ["G1"]),
        ("Sanctions 1 statement", ["X1"]),
    ]


def linked(page, reference):
    [element] = by_class(by_id(page, reference), "links")
    return words(element), list(links(element).values())


def test_risk_says_which_safeguards_meet_it(published):
    assert linked(published, "R1") == ("Met by S1: A locked room, S2: An audit", ["#S1", "#S2"])
    assert linked(published, "L1") == ("Met by S1: A locked room", ["#S1"])


def test_risk_that_nothing_meets_says_so(published):
    assert linked(published, "R2") == ("No safeguard meets this risk yet", [])
    assert "gap" in classes(by_class(by_id(published, "R2"), "links")[0])


def test_limitation_that_nothing_meets_says_so(client, home):
    page = show(client, block("limitation"))
    assert linked(page, "L2") == ("No safeguard meets this limitation yet", [])


def test_safeguard_says_what_it_meets(published):
    assert linked(published, "S1") == (
        "Meets R1: Files leak, L1: A limitation that people can weigh",
        ["#R1", "#L1"],
    )


@pytest.mark.parametrize("reference", ["P1", "B1", "G1", "X1"])
def test_other_kinds_say_nothing_of_safeguards(published, reference):
    assert not by_class(by_id(published, reference), "links")


def test_strip_counts_the_statements_at_a_glance(published):
    [strip] = by_class(published, "glance")
    numbers = {words(div.find("dt")): words(div.find("dd")) for div in strip.findall("div")}
    assert numbers == {
        "statements to weigh": "9",
        "benefit": "1",
        "risks": "2",
        "limitation": "1",
        "safeguards": "2",
        "risk with no safeguard": "1",
    }


@pytest.mark.parametrize("outcome", ["concluded", "withdrawn"])
def test_strip_of_a_proposal_with_an_outcome_has_nothing_left_to_weigh(client, home, outcome):
    proposal = make_proposal(outcome=outcome, statements=complete_statements())
    [strip] = by_class(read(client.get(proposal.url)), "glance")
    assert words(strip).startswith("statements4")


def test_contents_lead_to_what_is_on_the_page(published, client, weighed):
    [contents] = by_class(published, "contents")
    addresses = links(contents)
    assert list(addresses) == [
        *["Purpose", "Benefits", "Risks", "Limitations", "Safeguards", "Governance", "Sanctions"],
        "Comments",
        "What meets what",
    ]
    coverage = addresses.pop("What meets what")
    assert client.get(coverage).status_code == 200
    for address in addresses.values():
        by_id(published, address.removeprefix("#"))


def facts(page, reference):
    [told] = by_class(by_id(page, reference), "facts")
    return {words(div.find("dt")): words(div.find("dd")) for div in told.findall("div")}


def test_facts_of_a_benefit_and_of_a_risk_are_told_in_words(published):
    assert facts(published, "B1") == {
        "Falls on": "People who rent",
        "Who gains": "Tenants",
        "Measured by": "Fewer forms.",
    }
    assert facts(published, "R2") == {"Likelihood": "Likely", "Impact": "Severe"}


def test_evidence_says_what_it_is_what_it_does_and_what_it_can_not_tell(client, home):
    page = show(client, block("purpose", evidence=[evidence()]))
    [shown] = by_class(by_id(page, "P1"), "evidence")
    assert words(shown.find("summary")) == "Evidence 1 source"
    assert links(shown) == {"A survey of tenants": "https://example.org/survey?a=1&b=2"}
    assert words(shown.find("ul/li/span")) == (
        "Peer-reviewed study, March 2025. Challenges the statement. "
        "Limits: Nobody under 18 was asked."
    )


def test_evidence_in_a_document_leads_to_the_document(client, home):
    file = ContentFile(b"Words.", name="report.txt")
    document = get_document_model().objects.create(title="A report", file=file)
    source = evidence(url="", document=document.pk)
    page = show(client, block("purpose", evidence=[source, evidence()]))
    [shown] = by_class(by_id(page, "P1"), "evidence")
    assert links(shown)["A survey of tenants"]
    assert [a.get("href") for a in shown.iter("a")] == [document.url, SURVEY["url"]]


def test_evidence_whose_document_is_gone_keeps_its_title_without_a_link(client, home):
    file = ContentFile(b"Words.", name="report.txt")
    document = get_document_model().objects.create(title="A report", file=file)
    source = evidence(url="", document=document.pk)
    base = [block(kind) for kind in ("benefit", "risk", "limitation", "safeguard")]
    proposal = make_proposal(statements=[*base, block("purpose", evidence=[source])])
    document.delete()
    [shown] = by_class(by_id(read(client.get(proposal.url)), "P1"), "evidence")
    assert "A survey of tenants" in words(shown)
    assert not list(filter(None, links(shown).values()))


def test_what_was_taken_out_is_readable_as_earlier_text(client, home):
    base = [block(kind) for kind in ("benefit", "risk", "limitation", "safeguard")]
    proposal = make_proposal(statements=[*base, block("risk", claim="Files leak.")])
    publish(proposal, base)
    page = read(client.get(proposal.url))
    by_id(page, "earlier-text")
    earlier = by_id(page, "R2")
    assert {"statement", "retired"} <= set(classes(earlier))
    assert words(earlier.find("header/a")) == "R2 Risk"
    assert words(earlier.find("header/h3")) == "Files leak."
    assert earlier.find(".//time").get("datetime") == str(timezone.localdate())
    assert "#earlier-text" in links(by_class(page, "contents")[0]).values()
    assert words(by_class(page, "glance")[0]).startswith("statements to weigh4")


def test_proposal_that_lost_nothing_has_no_earlier_text(published):
    assert not [e for e in published.iter() if e.get("id") == "earlier-text"]


HOSTILE = "<script>alert(1)</script> & \"quoted\" <a linktype='page' id='1'>link</a>"


def test_claim_is_text_whatever_it_holds(client, home):
    page = show(client, block("risk", claim=HOSTILE))
    assert words(by_id(page, "R2").find("header/h3")) == HOSTILE
    assert all("src" in script.attrib for script in page.iter("script"))


def test_no_field_brings_html_of_its_own(client, home):
    fields = {"falls_on": HOSTILE, "gains": HOSTILE, "measure": HOSTILE}
    source = evidence(title=HOSTILE, limits=HOSTILE)
    page = show(
        client,
        block("benefit", evidence=[source], **fields),
        title=HOSTILE,
        slug="hostile",
        summary=HOSTILE,
    )
    assert all("src" in script.attrib for script in page.iter("script"))
    assert words(by_id(page, "B2")).count(HOSTILE) == 5
    assert words(page.find(".//h1")) == HOSTILE


def test_reader_learns_who_leads_and_where_it_belongs(client, home):
    leads = [make_organisation("Department for Records", "central_government")]
    page = show(client, lead_departments=leads)
    assert "Department for Records Research and statistics" in words(page.find(".//main"))


def test_every_name_on_the_page_is_given_once(published):
    names = [element.get("id") for element in published.iter() if element.get("id")]
    assert len(names) == len(set(names))


def test_every_link_within_the_page_leads_somewhere(published):
    names = {element.get("id") for element in published.iter()}
    within = [
        a.get("href")[1:] for a in published.iter("a") if (a.get("href") or "").startswith("#")
    ]
    assert "R1" in within
    assert set(within) <= names


def test_draft_of_a_published_proposal_is_not_shown(client, weighed):
    draft = ProposalPage.objects.get(pk=weighed.pk)
    draft.statements = [block("risk", claim="Not yet public.")]
    draft.save_revision()
    assert "Not yet public." not in client.get(weighed.url).content.decode()


def test_unpublished_proposal_is_no_page(client, weighed):
    weighed.unpublish()
    assert client.get(weighed.url).status_code == 404
    assert client.get(f"{weighed.url}coverage/").status_code == 404
