"""From the menu to the register, a proposal's figures and why; with and without JavaScript."""

import pytest
from playwright.sync_api import expect

PROPOSAL = "/current-proposals/linking-de-identified-records-for-research/"


@pytest.fixture(params=[True, False], ids=["with JavaScript", "without"])
def reader(request, browser):
    context = browser.new_context(java_script_enabled=request.param)
    yield context.new_page()
    context.close()


def test_a_reader_finds_where_sectors_are_divided_and_why(demo, reader):
    reader.goto(demo)
    reader.get_by_label("Main").get_by_role("link", name="Where we agree").click()
    reader.get_by_label("The answers show").select_option("Divided between sectors")
    reader.get_by_label("Answers of").select_option("Academia")
    reader.get_by_role("button", name="Show").click()
    register = reader.get_by_role("region", name="The register of agreement")
    rows = register.locator("tbody tr")
    expect(rows.first).to_contain_text("Divided between sectors")
    rows.first.get_by_role("link", name="Divided between sectors").click()
    article = reader.locator("article:target")
    expect(article).to_contain_text("Furthest apart:")
    article.get_by_role("link", name="How that is found").click()
    expect(reader.get_by_role("heading", level=1)).to_have_text("How agreement is found")


def test_a_reader_sorts_all_statements_of_a_proposal(demo, reader):
    reader.goto(f"{demo}{PROPOSAL}agreement/")
    reader.get_by_role("link", name="disagree", exact=True).click()
    shares = reader.locator("#table tbody td:nth-child(5)").all_inner_texts()
    assert shares == sorted(shares, key=lambda share: -int(share.rstrip("%")))


def test_every_dot_of_the_map_is_reached_by_the_keyboard_and_named(demo, reader):
    reader.goto(f"{demo}{PROPOSAL}agreement/")
    dots = reader.locator(".map a")
    rows = reader.locator("#table tbody tr")
    assert dots.count() == rows.count()
    dots.first.focus()
    expect(dots.first).to_be_focused()
    for dot in dots.all():
        assert "% agree" in dot.get_attribute("aria-label")
