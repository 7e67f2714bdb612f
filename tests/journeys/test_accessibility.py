"""Every template, as axe sees it: wide and narrow, light and dark, and without JavaScript."""

import re

import pytest
from playwright.sync_api import expect

from tests.journeys.looking import looking_at

GROUPS = "/current-proposals/linking-de-identified-records-for-research/agreement/"
NOT_COUNTED = "/current-proposals/publishing-a-register-of-data-shares/agreement/"
PROPOSAL = "/current-proposals/one-view-of-debt-owed-to-government/"
TEMPLATES = {
    "home": "/",
    "blog": "/blog/",
    "blog, second page": "/blog/?page=2",
    "blog by month": "/blog/{month}/",
    "blog by author": "/blog/author/{author}/",
    "post": "/blog/how-matching-errors-arise/",
    "post with an image": "/blog/who-has-not-spoken-yet/",
    "meeting note": "/blog/plenary-what-is-agreed-so-far/",
    "process": "/what-we-are-doing/",
    "proposals": "/current-proposals/",
    "proposals, none found": "/current-proposals/?status=closed",
    "proposal": PROPOSAL,
    "coverage": f"{PROPOSAL}coverage/",
    "statement": f"{PROPOSAL}statements/R2/",
    "statement with earlier standings": f"{PROPOSAL}statements/S5/",
    "statement that was taken out": f"{PROPOSAL}statements/B4/",
    "agreement on a proposal": f"{PROPOSAL}agreement/",
    "agreement with groups": GROUPS,
    "agreement, not counted": NOT_COUNTED,
    "where we agree": "/where-we-agree/",
    "where we agree, one sector": "/where-we-agree/?sector=academia",
    "method": "/where-we-agree/method/",
    "responses": "/what-you-said/",
    "moderation": "/how-we-moderate/",
    "withdrawn proposal": "/current-proposals/matching-benefit-and-council-tax-records/",
    "standard page": "/privacy/",
    "404": "/nothing-here/",
}


@pytest.fixture
def addresses(demo):
    from blog.models import Author, BlogPage

    newest = BlogPage.objects.newest_first().first().date
    filled = {"month": f"{newest.year}/{newest.month}", "author": Author.objects.first().slug}
    return {name: demo + path.format(**filled) for name, path in TEMPLATES.items()}


@pytest.mark.parametrize("name", TEMPLATES)
def test_axe_finds_nothing(addresses, page, name):
    page.goto(addresses[name])
    looking_at(page)(name)


def test_every_page_reads_without_javascript(addresses, browser):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    for name, address in addresses.items():
        page.goto(address)
        assert page.locator("main h1").is_visible(), name
        assert page.locator("script:not([src])").count() == 0, name
    context.close()


def test_keyboard_reaches_the_content_first(addresses, page):
    page.goto(addresses["proposal"])
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("#main$"))


def test_text_at_twice_the_size_fits(addresses, browser):
    context = browser.new_context(viewport={"width": 640, "height": 900})
    page = context.new_page()
    for name, address in addresses.items():
        page.goto(address)
        page.evaluate("document.documentElement.style.fontSize = '200%'")
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), name
    context.close()
