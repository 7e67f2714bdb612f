"""From an editor's draft to a public page, by two partners, each in their own browser."""

import re

import pytest
from playwright.sync_api import expect

from proposals.models import ProposalPage
from tests.factories import make_proposal
from tests.journeys.looking import looking_at_admin


@pytest.fixture
def draft(site):
    return make_proposal("Sharing for research", live=False)


def open_form(page, site, proposal):
    page.goto(f"{site}/admin/pages/{proposal.pk}/edit/")
    page.locator("footer").get_by_role("button", name="More actions").click()


def approve(page, site, proposal):
    page.goto(f"{site}/admin/")
    page.locator("#waiting-section").get_by_role("link", name=proposal.title).click()
    button = page.locator("footer").get_by_role("button", name="Approve", exact=True)
    if not button.is_visible():
        page.locator("footer").get_by_role("button", name="More actions").click()
    button.click()
    expect(page.locator(".messages .success")).to_be_visible()


def test_two_partners_make_a_proposal_public(sign_in, site, draft):
    writer, policy, civil = (sign_in(name) for name in ("writer", "policy", "civil"))
    address = f"{site}/current-proposals/sharing-for-research/"

    open_form(writer, site, draft)
    expect(writer.get_by_role("button", name=re.compile("^Publish"))).to_have_count(0)
    writer.get_by_role("button", name="Submit to Joint sign-off").click()
    expect(writer.get_by_text("has been submitted for moderation")).to_be_visible()

    civil.goto(f"{site}/admin/pages/{draft.pk}/edit/")
    expect(civil.get_by_role("button", name="Approve", exact=True)).to_have_count(0)

    approve(policy, site, draft)
    policy.goto(f"{site}/admin/pages/{draft.pk}/edit/")
    expect(policy.get_by_role("button", name="Approve", exact=True)).to_have_count(0)
    expect(policy.get_by_role("button", name=re.compile("^Publish"))).to_have_count(0)
    assert policy.request.get(address).status == 404

    approve(civil, site, draft)
    policy.goto(address)
    expect(policy.locator("h1")).to_have_text("Sharing for research")
    expect(policy.get_by_text("A joint text")).to_be_visible()
    assert ProposalPage.objects.get().live


def test_a_moderator_reaches_no_page(sign_in, site, draft):
    moderator = sign_in("moderator")
    moderator.goto(f"{site}/admin/pages/{draft.pk}/edit/")
    expect(moderator.get_by_text("you do not have permission")).to_be_visible()
    expect(moderator.get_by_text("What needs attention")).to_have_count(0)


def test_axe_finds_nothing_on_the_pages_of_ours(sign_in, demo):
    page = sign_in("policy")
    look = looking_at_admin(page)
    elsewhere = []
    page.on(
        "request",
        lambda r: None if r.url.startswith((demo, "data:", "blob:")) else elsewhere.append(r.url),
    )
    paths = (
        "proposals/",
        "statements/",
        "statements/?has_evidence=false",
        "updates/coming/",
        "guide/",
    )
    for path in ("", *paths):
        page.goto(f"{demo}/admin/{path}")
        look(path)
    assert elsewhere == []


def test_hints_and_counts_help_while_writing(sign_in, site, draft):
    page = sign_in("writer")
    page.goto(f"{site}/admin/pages/{draft.pk}/edit/")
    page.locator("[name=summary]").fill("Twenty characters ok")
    expect(page.get_by_text("20 of 300 characters, 280 left")).to_be_visible()
    claim = page.locator("[name$='-value-claim']").first
    claim.fill("Records are linked. Nobody is asked twice.")
    page.get_by_role("button", name="Toggle checks").click()
    expect(page.get_by_text("This claim may hold two ideas")).to_be_visible(timeout=20_000)
