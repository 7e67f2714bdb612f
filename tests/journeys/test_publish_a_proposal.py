"""The main job: an editor publishes a structured proposal, a reader reads it."""

import re

import pytest
from playwright.sync_api import expect

from proposals.models import ProposalIndexPage, ProposalPage
from tests.factories import make_strand, place

# Whether the form was saved by itself before decides between "created and" and "has been".
PUBLISHED = re.compile("(created and|has been) published")

# Of a box, two frames later: whether it was not replaced by another, which would lose a click.
STAYS = """(box) => new Promise((tell) => {
    const twice = () => requestAnimationFrame(() => tell(box.isConnected));
    requestAnimationFrame(twice);
})"""


@pytest.fixture
def form(signed_in, site, home):
    """The empty form for a new proposal, with title, summary and strand filled in."""
    index = place(home, ProposalIndexPage(title="Current proposals", slug="current-proposals"))
    strand = make_strand()
    page = signed_in
    page.goto(f"{site}/admin/pages/add/proposals/proposalpage/{index.pk}/")
    page.locator("[name=title]").fill("Sharing for research")
    page.locator("[name=summary]").fill("Let researchers see linked records.")
    page.locator("[name=strand]").select_option(str(strand.pk))
    return page


def add_statement(page, kind, claim):
    statements = page.locator("#panel-child-content-statements-content")
    claims = statements.locator("[name$='-value-claim']")
    before = claims.count()
    statements.get_by_title("Insert a block").last.click()
    page.get_by_role("option", name=kind).first.click()
    # Not `.last`, which is the one before for as long as the new one is not drawn.
    claims.nth(before).fill(claim)


def publish(page):
    page.locator("footer").get_by_role("button", name="More actions").click()
    page.get_by_role("button", name=re.compile("^Publish")).click()


def references(page):
    """What a reader sees: each claim by its reference."""
    return {
        article.get_attribute("id"): article.locator("h3").inner_text()
        for article in page.locator("article.statement").all()
    }


def test_editor_publishes_a_proposal_and_its_references_stay(form, site):
    page = form
    add_statement(page, "Benefit", "Policy can be tested.")
    add_statement(page, "Limitation", "Records miss people.")
    add_statement(page, "Safeguard", "Only in a safe setting.")

    publish(page)
    refusal = page.locator("#panel-child-content-statements-content")
    expect(refusal).to_contain_text("There is no risk yet")
    expect(page.locator("[name$='-value-claim']").first).to_have_value("Policy can be tested.")

    add_statement(page, "Risk", "People could be found.")
    box = page.get_by_label("Risk: People could be found.")
    drawn = box.element_handle()
    box.check()
    assert drawn.evaluate(STAYS)
    page.get_by_role("button", name="Toggle preview").click()
    preview = page.frame_locator("#w-preview-iframe")
    expect(preview.get_by_text("People could be found.").first).to_be_visible()
    publish(page)
    expect(page.get_by_text(PUBLISHED)).to_be_visible()

    address = f"{site}/current-proposals/sharing-for-research/"
    page.goto(address)
    first = references(page)
    assert first == {
        "B1": "Policy can be tested.",
        "L1": "Records miss people.",
        "R1": "People could be found.",
        "S1": "Only in a safe setting.",
    }
    expect(page.locator("#R1")).to_contain_text("Met by S1")

    proposal = ProposalPage.objects.get()
    page.goto(f"{site}/admin/pages/{proposal.pk}/edit/")
    add_statement(page, "Benefit", "Nobody is asked twice.")
    statements = page.locator("#panel-child-content-statements-content")
    statements.get_by_title("Move up").last.click()
    claims = statements.locator("[name$='-value-claim']")
    claims.nth(0).fill("Policy can be tested against what happened.")
    publish(page)
    expect(page.get_by_text(PUBLISHED)).to_be_visible()

    page.goto(address)
    assert references(page) == first | {
        "B1": "Policy can be tested against what happened.",
        "B2": "Nobody is asked twice.",
    }
