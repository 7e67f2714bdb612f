"""The admin's lists and forms, in a window as wide as a phone."""

from playwright.sync_api import expect

from tests.factories import make_proposal, make_stakeholder


def test_names_keep_their_words_whole_and_the_last_column_can_be_reached(site, signed_in):
    make_stakeholder(name="Esme Sallowfield", organisation="Glenhope Health Board")
    page = signed_in
    page.set_viewport_size({"width": 320, "height": 800})
    page.goto(f"{site}/admin/stakeholders/")
    name = page.get_by_role("link", name="Esme Sallowfield")
    assert name.evaluate("name => name.getClientRects().length") <= 2
    last = page.locator("#listing-results tbody tr").first.locator("td").last
    expect(last).not_to_be_in_viewport()
    page.locator("#listing-results").evaluate("list => list.scrollTo(9999, 0)")
    expect(last).to_be_in_viewport(ratio=0.9)


def test_long_choices_leave_a_form_as_wide_as_the_window(site, signed_in):
    make_proposal("A proposal whose title is longer than a phone is wide, as many are")
    page = signed_in
    page.set_viewport_size({"width": 320, "height": 800})
    page.goto(f"{site}/admin/snippets/discussion/officialresponse/add/")
    choice = page.locator("#id_place").bounding_box()
    assert choice["x"] + choice["width"] <= 320
