"""A reader looks for something, with and without luck."""

import re

from playwright.sync_api import expect

from tests.journeys.looking import looking_at

ADDRESSES = [
    "/search/",
    "/search/?q=data",
    "/search/?section=statements&page=2",
    "/search/?section=statements&kind=risk",
    "/search/?q=researcers&section=blog",
    "/search/?q=data&since=2026-02-02&until=2026-02-01",
]


def test_reader_finds_a_statement_and_goes_to_it(demo, page):
    page.goto(demo)
    page.get_by_role("link", name="Search", exact=True).click()
    page.get_by_label("Search for").fill("accredited settings")
    page.get_by_role("button", name="Search").click()
    page.get_by_text("Narrow it down").click()
    page.get_by_label("Where").select_option("Statements")
    page.get_by_label("Kind of statement").select_option("Safeguard")
    page.keyboard.press("Tab")
    page.get_by_role("button", name="Search").click()
    expect(page).to_have_url(re.compile("kind=safeguard"))
    expect(page.get_by_label("Search for")).to_have_value("accredited settings")
    expect(page.get_by_label("Where")).to_be_visible()
    page.locator(".finding a").first.click()
    expect(page).to_have_url(re.compile("#S"))
    expect(page.locator(".statement:target")).to_be_visible()


def test_reader_who_misspells_is_led_on(demo, browser):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{demo}/search/")
    page.get_by_label("Search for").fill("researcers")
    page.keyboard.press("Enter")
    page.get_by_role("link", name="researchers", exact=True).click()
    expect(page.locator(".finding").first).to_be_visible()
    expect(page.locator("mark").first).to_be_visible()
    context.close()


def test_axe_finds_nothing(demo, page):
    look = looking_at(page)
    for address in ADDRESSES:
        page.goto(demo + address)
        look(address)
