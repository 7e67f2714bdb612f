"""A newcomer does what docs/editors.md says: their proposal is signed twice and is public."""

import pytest
from django.conf import settings
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.test import Client
from playwright.sync_api import expect

# The form saves itself half a second after each change. Milliseconds.
LONG = 20_000
TITLE = "Free school meals without applying"
STATEMENTS = {
    "Benefit": "A family that moves house keeps its free school meals without applying again.",
    "Risk": "A school office could learn that a parent has lost their job.",
    "Limitation": "Families who are paid in cash do not appear in the records.",
    "Safeguard": "The school is told that a meal is free, and never why.",
}


@pytest.fixture
def enter(demo, browser):
    """Opens the dashboard for a new member of a group, in a browser of their own."""
    contexts = []

    def open_dashboard(group):
        user = get_user_model().objects.create_user(group)
        user.groups.add(Group.objects.get(name=group))
        client = Client()
        client.force_login(user)
        name = settings.SESSION_COOKIE_NAME
        contexts.append(browser.new_context())
        contexts[-1].add_cookies([{"name": name, "value": client.cookies[name].value, "url": demo}])
        page = contexts[-1].new_page()
        page.goto(f"{demo}/admin/")
        return page

    yield open_dashboard
    for context in contexts:
        context.close()


def choose_behind_the_arrow(page, name):
    page.locator("footer").get_by_role("button", name="More actions").click()
    page.locator("footer").get_by_role("button", name=name, exact=True).click()


def add_statement(page, kind, claim):
    part = page.locator("#panel-child-content-statements-content")
    claims = part.get_by_role("textbox", name="Claim")
    before = claims.count()
    part.get_by_title("Insert a block").last.click()
    page.get_by_role("option", name=kind).click()
    expect(claims).to_have_count(before + 1)
    claims.last.fill(claim)


def cite(page):
    """In the first statement."""
    evidence = page.locator("[data-contentpath=evidence]").first
    evidence.get_by_role("button", name="Add", exact=True).click()
    evidence.get_by_role("textbox", name="Title").fill("Moving house and losing a meal")
    evidence.get_by_role("textbox", name="Web address").fill("https://example.org/moving-house")
    evidence.get_by_role("combobox", name="Kind").select_option("Evaluation")
    date = evidence.get_by_role("textbox", name="Date")
    date.fill("12/03/2026")
    # The calendar opens by and by; left before that, it would stay and lie over the buttons.
    calendar = page.locator(".xdsoft_datetimepicker:visible")
    expect(calendar).to_have_count(1)
    date.press("Tab")
    expect(calendar).to_have_count(0)


def write(page):
    page.get_by_role("link", name="Proposals", exact=True).click()
    page.get_by_role("link", name="Add proposal").click()
    page.get_by_placeholder("Page title").fill(TITLE)
    page.get_by_role("textbox", name="Summary").fill(
        "Councils would learn which families are owed meals."
    )
    page.get_by_role("combobox", name="Strand").select_option("Tailored public services")
    for kind, claim in STATEMENTS.items():
        add_statement(page, kind, claim)
    page.get_by_label(f"Risk: {STATEMENTS['Risk']}").check()
    cite(page)
    page.get_by_role("button", name="Toggle preview").click()
    preview = page.frame_locator("#w-preview-iframe")
    expect(preview.get_by_text(STATEMENTS["Limitation"]).first).to_be_visible()
    expect(page.get_by_text("Saved", exact=True)).to_be_visible(timeout=LONG)
    choose_behind_the_arrow(page, "Submit to Joint sign-off")
    expect(page.get_by_text("submitted for moderation")).to_be_visible(timeout=LONG)


def approve(page):
    waiting = page.locator("#waiting-section")
    expect(waiting).to_contain_text("Yours to do")
    waiting.get_by_role("link", name=TITLE).click()
    choose_behind_the_arrow(page, "Approve")
    expect(page.locator(".messages .success")).to_be_visible(timeout=LONG)


def test_whoever_follows_the_guide_publishes_a_proposal(enter, demo):
    writer = enter("Editors")
    writer.get_by_role("button", name="Help").click()
    writer.get_by_role("link", name="Editors’ guide").click()
    expect(writer.get_by_role("heading", name="What a good statement is")).to_be_visible()
    write(writer)

    address = f"{demo}/current-proposals/free-school-meals-without-applying/"
    approve(enter("Publishers: policy team"))
    assert writer.request.get(address).status == 404
    approve(enter("Publishers: civil society"))

    writer.goto(address)
    expect(writer.locator("h1")).to_have_text(TITLE)
    expect(writer.locator("#R1")).to_contain_text("Met by S1")
    expect(writer.locator("#B1")).to_contain_text("Moving house and losing a meal")
