"""A stakeholder from signing up to leaving, with and without JavaScript; and each page, as axe sees
it: wide and narrow, light and dark."""

import json
from pathlib import Path

import pytest
from playwright.sync_api import expect

from mailing.models import Delivery
from stakeholders import lifecycle, links, signing_up
from stakeholders.choices import NOTHING
from stakeholders.models import ConsentRecord, Stakeholder
from tests.factories import make_proposal, make_stakeholder, make_strand
from tests.journeys.looking import looking_at


@pytest.fixture
def proposal(site, settings):
    settings.SITE_URL = site
    return make_proposal("Linking records")


def mailed(name):
    """The link by that name in the newest mail."""
    return Delivery.objects.latest("pk").personal[name]


def fill(page):
    page.get_by_label("Your e-mail address").fill("bo@example.org")
    page.get_by_label("Tell me by e-mail what is new").check()
    page.get_by_label("Once a day").check()
    page.get_by_label("Which sector").select_option("academia")


def confirm(page):
    page.goto(mailed("confirm_url"))
    expect(page.get_by_text("About: Linking records.")).to_be_visible()
    page.get_by_role("button", name="Yes, sign me up").click()
    expect(page.get_by_role("heading", name="What you chose")).to_be_visible()


def test_signing_up_changing_and_leaving_in_one_click_without_javascript(site, proposal, browser):
    page = browser.new_context(java_script_enabled=False).new_page()
    page.goto(f"{site}{proposal.url}")
    page.get_by_role("link", name="Tell me when this changes").click()
    expect(page.get_by_label("Linking records")).to_be_checked()
    page.get_by_role("button", name="Sign me up").click()
    expect(page.get_by_role("alert")).to_contain_text("Your e-mail address")
    fill(page)
    page.get_by_role("button", name="Sign me up").click()
    expect(page.get_by_role("heading", name="Now look into your e-mail")).to_be_visible()
    confirm(page)

    page.get_by_label("Once a week").check()
    page.get_by_role("button", name="Save my changes").click()
    expect(page.get_by_role("status")).to_have_text("Saved.")
    person = Stakeholder.objects.get()
    assert person.frequency == "weekly"

    stranger = browser.new_context(java_script_enabled=False).new_page()
    stranger.goto(links.unsubscribe_url(person))
    stranger.get_by_role("button", name="Send me nothing more").click()
    expect(stranger.get_by_role("heading", name="No more mails")).to_be_visible()
    page.reload()
    expect(page.get_by_role("heading", name="See or change what you chose")).to_be_visible()


def test_form_is_brought_to_where_its_link_stands(site, proposal, page):
    page.goto(f"{site}{proposal.url}")
    page.get_by_role("link", name="Tell me when this changes").click()
    expect(page).to_have_url(f"{site}{proposal.url}")
    expect(page.get_by_label("Your e-mail address")).to_be_focused()
    fill(page)
    page.get_by_role("button", name="Sign me up").click()
    expect(page.get_by_role("heading", name="Now look into your e-mail")).to_be_visible()
    confirm(page)


def test_asking_for_a_link_downloading_and_erasing(site, proposal, page):
    make_stakeholder("bo@example.org", name="Bo", follows_all=True)
    page.goto(f"{site}/stakeholders/link/")
    page.get_by_label("Your e-mail address").fill("BO@example.org")
    page.get_by_role("button", name="Send me the link").click()
    expect(page.get_by_role("heading", name="Now look into your e-mail")).to_be_visible()
    page.goto(mailed("preferences_url"))
    page.get_by_role("button", name="Show me what I chose").click()

    page.get_by_role("button", name="Pause").click()
    expect(page.get_by_role("heading", name="No mail since")).to_be_visible()
    page.get_by_role("button", name="Send me mail again").click()
    with page.expect_download() as download:
        page.get_by_role("link", name="Download all that we hold").click()
    held = json.loads(Path(download.value.path()).read_text())
    assert held["stakeholder"][0]["name"] == "Bo"

    page.get_by_role("link", name="Erase all of it").click()
    page.get_by_role("button", name="Erase all of it for good").click()
    expect(page.get_by_role("heading", name="All is erased")).to_be_visible()
    assert Stakeholder.objects.get().address == ""
    assert ConsentRecord.objects.filter(action="erased").exists()


def test_axe_finds_nothing(site, proposal, page):
    person = make_stakeholder("bo@example.org", strands=[make_strand()])
    lifecycle.pause(person, "preferences")
    choices = NOTHING | {"wants_invitations": True}
    signing_up.sign_up("new@example.org", choices, "test")
    confirm_url = mailed("confirm_url")
    look = looking_at(page)

    form = f"{site}/stakeholders/sign-up/?page={proposal.pk}"
    for name, address in {
        "form": form,
        "sent": f"{site}/stakeholders/sent/",
        "confirm": confirm_url,
        "link": f"{site}/stakeholders/link/",
        "link sent": f"{site}/stakeholders/link/sent/",
        "unsubscribe": links.unsubscribe_url(person),
        "enter": links.preferences_url(person),
    }.items():
        page.goto(address)
        look(name)
    page.get_by_role("button", name="Show me what I chose").click()
    look("preferences")
    page.get_by_role("link", name="Erase all of it").click()
    look("erase")
    page.goto(f"{site}/stakeholders/erased/")
    look("erased")
    lifecycle.leave(person, "test")
    person.refresh_from_db()
    page.goto(links.preferences_url(person))
    page.get_by_role("button", name="Show me what you hold").click()
    look("left")
    page.goto(form)
    page.get_by_role("button", name="Sign me up").click()
    look("form with mistakes")
    page.goto(f"{site}{proposal.url}")
    page.get_by_role("link", name="Tell me when this changes").click()
    page.locator(".brought").wait_for()
    look("form brought in place")
