"""A long discussion in a real browser: read with axe, and its form brought in place."""

import re

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from discussion.models import ModerationPage, ResponsesPage
from home.models import HomePage
from tests.factories import make_comment, make_proposal, make_response, place
from tests.journeys.looking import looking_at

FORM = """<!doctype html><title>Write</title><main><h1>Write a comment</h1>
<form method="post"><input type="hidden" name="reply_to"><label for="comment">Your comment</label>
<textarea id="comment" name="comment" data-longest="5000"></textarea>
<button>Send</button></form></main>
"""


@pytest.fixture
def statement(site):
    """A statement with a long thread in all states, and with a response."""
    statement = make_proposal("The proposal").published_statements.first()
    for number in range(52):
        first = make_comment(statement, f"Comment {number}.\n\n> Quoted.", sector="academia")
        if number < 3:
            second = make_comment(statement, parent=first, is_official=True)
            make_comment(statement, parent=second, edited_at=timezone.now())
    make_comment(statement, wording="The old words.", wording_hash="another")
    for state in ("withdrawn", "rejected", "withheld"):
        make_comment(statement, state=state, parent=first)
    make_response(statement, [first])
    return statement


def test_axe_finds_nothing_in_a_long_discussion(site, page, statement):
    home = HomePage.objects.get()
    responses = place(home, ResponsesPage(title="What you said, what we did"))
    moderation = place(home, ModerationPage(title="How we moderate", introduction="We read."))
    urls = [statement.own_url, f"{statement.own_url}?comments=2", statement.proposal.url]
    look = looking_at(page)
    for url in [*urls, responses.url, moderation.url, home.url]:
        page.goto(f"{site}{url}")
        look(url)


def test_form_comes_to_where_its_link_was_followed(site, page, statement):
    page.route(
        "**/comments/write/**", lambda route: route.fulfill(body=FORM, content_type="text/html")
    )
    page.goto(f"{site}{statement.own_url}")
    reply = page.get_by_role("link", name="Reply").first
    reply.click()
    area = page.get_by_label("Your comment")
    expect(area).to_be_focused()
    form = page.locator("form", has=area)
    assert re.search(r"/comments/write/statement-\d+/\?reply_to=", form.evaluate("f => f.action"))
    assert page.url.endswith(statement.own_url)
    area.fill("12345")
    expect(page.get_by_text("4,995 characters left")).to_be_visible()
    page.get_by_role("link", name="Write a comment").click()
    expect(area).to_have_value("")
    expect(area).to_be_focused()
    reply.click()
    expect(area).to_have_value("12345")


def test_link_leads_to_the_form_where_there_is_no_script(site, browser, statement):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site}{statement.own_url}")
    link = page.get_by_role("link", name="Write a comment")
    assert link.get_attribute("href") == f"/comments/write/statement-{statement.pk}/"
    assert page.locator(".comment").count() == 50
    context.close()


def test_link_leads_to_the_form_when_it_can_not_be_brought(site, page, statement):
    page.route("**/comments/write/**", lambda route: route.fulfill(status=503, body="Busy."))
    page.goto(f"{site}{statement.own_url}")
    page.get_by_role("link", name="Write a comment").click()
    page.wait_for_url(f"**/comments/write/statement-{statement.pk}/")
