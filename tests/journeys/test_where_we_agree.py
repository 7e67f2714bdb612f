"""From the menu to the register, a proposal's figures and why; with and without JavaScript."""

from itertools import combinations, pairwise
from math import hypot

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
    figures = article.get_by_role("region", name="By sector")
    expect(figures).not_to_be_visible()
    article.locator("summary", has_text="By sector").click()
    expect(figures).to_be_visible()
    reader.get_by_role("link", name="How that is found").click()
    expect(reader.get_by_role("heading", level=1)).to_have_text("How agreement is found")


def test_a_reader_sorts_all_statements_of_a_proposal(demo, reader):
    reader.goto(f"{demo}{PROPOSAL}agreement/")
    reader.get_by_role("link", name="disagree", exact=True).click()
    shares = reader.locator("#table tbody td:nth-child(5)").all_inner_texts()
    assert shares == sorted(shares, key=lambda share: -int(share.rstrip("%")))


def test_a_reader_goes_from_the_contents_to_each_part(demo, reader):
    reader.set_viewport_size({"width": 320, "height": 800})
    reader.goto(f"{demo}{PROPOSAL}agreement/")
    links = reader.get_by_role("navigation", name="On this page").get_by_role("link")
    assert links.count() == 5
    for link in links.all():
        link.click()
        expect(reader.locator(":target")).to_contain_text(link.inner_text())
        expect(reader.locator(":target")).to_be_in_viewport()


def test_what_is_folded_is_on_paper(demo, page):
    page.goto(f"{demo}{PROPOSAL}agreement/")
    page.emulate_media(media="print")
    # By what they are, since what is not shown has no role.
    folded = page.locator("details [role=region]")
    assert folded.count()
    for figures in folded.all():
        assert figures.evaluate("(each) => each.checkVisibility() && each.offsetHeight > 0")


# What is shown of the map, in CSS pixels: its circles, the size of its words, how far it reaches.
MAP = """() => {
  const box = (part) => part.getBoundingClientRect();
  const map = [...document.querySelectorAll(".map")].find((each) => box(each).width);
  const dots = [...map.querySelectorAll("circle")].map(box);
  const words = [...map.querySelectorAll("text")];
  return {
    dots: dots.map(({ x, y, width }) => [x + width / 2, y + width / 2, width / 2]),
    sizes: words.map((each) => parseFloat(getComputedStyle(each).fontSize)),
    ends: [...dots, ...words.map(box)].map(({ left, right }) => [left, right]),
  };
}"""


@pytest.mark.parametrize("width", [320, 640, 1280])
@pytest.mark.parametrize("path", [f"{PROPOSAL}agreement/", "/where-we-agree/"])
def test_map_is_read_and_touched_without_scrolling_sideways(demo, page, path, width):
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(f"{demo}{path}")
    seen = page.evaluate(MAP)
    assert len(seen["dots"]) > 10
    assert min(seen["sizes"]) >= 11
    assert min(left for left, _ in seen["ends"]) >= 0
    assert max(right for _, right in seen["ends"]) <= width
    for (x, y, radius), (other_x, other_y, other) in combinations(seen["dots"], 2):
        assert hypot(x - other_x, y - other_y) > radius + other
    assert min(radius for _x, _y, radius in seen["dots"]) >= 12


@pytest.mark.parametrize("width", [320, 1280])
def test_every_dot_of_the_map_is_reached_by_the_keyboard_and_named(demo, reader, width):
    reader.set_viewport_size({"width": width, "height": 900})
    reader.goto(f"{demo}{PROPOSAL}agreement/")
    dots = reader.locator(".map a:visible")
    rows = reader.locator("#table tbody tr")
    assert dots.count() == rows.count()
    for dot, following in pairwise(dots.all()):
        dot.focus()
        reader.keyboard.press("Tab")
        expect(following).to_be_focused()
    for dot in dots.all():
        assert "% agree" in dot.get_attribute("aria-label")


@pytest.mark.parametrize(
    "path", [f"{PROPOSAL}agreement/", "/where-we-agree/", "/blog/plenary-what-is-agreed-so-far/"]
)
def test_rows_of_a_table_are_read_without_scrolling_sideways_and_stay_rows(demo, page, path):
    page.set_viewport_size({"width": 320, "height": 900})
    page.goto(f"{demo}{path}")
    tables = page.locator(".scroll > table:visible")
    assert tables.count()
    for table in tables.all():
        assert table.locator("..").evaluate("(each) => each.scrollWidth <= each.clientWidth")
        headings = table.get_by_role("columnheader").count()
        row = table.get_by_role("row").nth(1)
        assert row.get_by_role("rowheader").or_(row.get_by_role("cell")).count() == headings
