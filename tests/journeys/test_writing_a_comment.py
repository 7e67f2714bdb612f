"""A comment from the form to its end, in a browser without JavaScript; and each page, as axe sees
it: wide and narrow, light and dark."""

import re

import pytest
from playwright.sync_api import expect

from discussion import links
from discussion.models import PublicComment, State
from mailing.models import Delivery
from tests.factories import make_comment, make_post
from tests.journeys.looking import looking_at


@pytest.fixture
def post(site):
    return make_post("How matching errors arise")


@pytest.fixture
def form(site, post, settings):
    settings.SITE_URL = site
    return f"{site}/comments/write/page-{post.pk}/"


def test_a_comment_is_written_confirmed_changed_and_withdrawn(form, browser):
    page = browser.new_context(java_script_enabled=False).new_page()
    page.goto(form)
    page.get_by_label("Your comment").fill("Publish the *list* first.")
    page.get_by_label("Your name").fill("Bo")
    page.get_by_role("button", name="Send my comment").click()
    expect(page.get_by_role("alert")).to_contain_text("Your e-mail address")
    expect(page.get_by_label("Your comment")).to_have_value("Publish the *list* first.")

    page.get_by_label("Your e-mail address").fill("bo@example.org")
    page.get_by_role("button", name="See how it will look").click()
    expect(page.get_by_text("Publish the list first.", exact=True)).to_be_visible()
    page.get_by_role("button", name="Send my comment").click()
    expect(page.get_by_role("heading", name="Now look into your e-mail")).to_be_visible()

    page.goto(Delivery.objects.get().personal["confirm_url"])
    page.get_by_role("button", name="Confirm my comment").click()
    expect(page.get_by_text("waits for a moderator")).to_be_visible()
    page.get_by_label("Your comment").fill("Publish the list *soon*.")
    page.get_by_role("button", name="Save my changes").click()
    expect(page.get_by_text("Publish the list soon.", exact=True)).to_be_visible()

    page.get_by_text("Withdraw it").click()
    page.get_by_role("button", name="Withdraw my comment for good").click()
    expect(page.get_by_text("You withdrew it")).to_be_visible()
    assert PublicComment.objects.get().state == State.WITHDRAWN


def test_browser_does_the_work_that_is_asked_for(form, browser, settings):
    settings.PROOF_OF_WORK = 5000
    page = browser.new_page()
    page.goto(form)
    page.get_by_label("Your comment").fill("Publish the list first.")
    page.get_by_label("Your name").fill("Bo")
    page.get_by_label("Your e-mail address").fill("bo@example.org")
    expect(page.locator("input[name=proof]")).to_have_value(re.compile("."))
    page.get_by_role("button", name="Send my comment").click()
    expect(page.get_by_role("heading", name="Now look into your e-mail")).to_be_visible()
    assert "Sent without proof of work" not in PublicComment.objects.get().spam_signs


def test_axe_finds_nothing(site, post, form, page):
    shown = make_comment(post, "A **published** comment.\n\n> with a quote")
    waiting = make_comment(post, state="pending")
    refused = make_comment(post, state="rejected", reason="abuse")
    look = looking_at(page)

    for name, address in {
        "form": form,
        "reply": f"{form}?reply_to={shown.uuid}",
        "sent": f"{site}/comments/sent/page-{post.pk}/",
        "confirm": links.confirm_url(make_comment(post, "New.", state="unconfirmed")),
        "mine, pending": links.mine_url(waiting),
        "mine, refused": links.mine_url(refused),
        "mute": links.mute_url(shown),
        "report": f"{site}/comments/report/{shown.uuid}/",
        "reported": f"{site}/comments/reported/{shown.uuid}/",
    }.items():
        page.goto(address)
        look(name)

    page.goto(form)
    page.get_by_role("button", name="Send my comment").click()
    look("form with mistakes")
    page.goto(f"{site}/comments/report/{shown.uuid}/")
    page.get_by_role("button", name="Send my report").click()
    look("report with mistakes")
