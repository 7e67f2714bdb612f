"""A comment on a statement, from its form to the mails about replies, and their end."""

import re
from datetime import timedelta

import pytest
from django.core import mail
from django.core.management import call_command
from django.utils import timezone
from playwright.sync_api import expect

from discussion.models import PublicComment
from proposals.models import ProposalPage
from tests.factories import make_proposal


@pytest.fixture
def address(site, settings):
    """Of a statement that takes comments; links in mails lead to this site."""
    settings.SITE_URL = site
    statement = make_proposal().published_statements.get(kind="risk")
    return f"{site}{statement.own_url}"


def mails():
    """What was sent since this was last asked."""
    mail.outbox.clear()
    call_command("send_outbox", verbosity=0)
    return list(mail.outbox)


def say(page, link, name, text, follow=False):
    """Send the form behind a link, and confirm it from the mail."""
    link.click()
    page.get_by_label("Your comment").fill(text)
    page.get_by_label("Your name").fill(name)
    page.get_by_label("Your e-mail address").fill(f"{name.lower()}@example.org")
    if follow:
        page.get_by_label("Tell me by e-mail of replies").check()
    page.get_by_role("button", name="Send my comment").click()
    expect(page.get_by_role("heading", name="Now look into your e-mail")).to_be_visible()
    [sent] = mails()
    assert text not in sent.body
    page.goto(re.search(r"http\S+/confirm/\S+", sent.body)[0])
    page.get_by_role("button", name="Confirm my comment").click()
    expect(page.get_by_text("waits for a moderator")).to_be_visible()


def publish(moderator, site):
    moderator.goto(f"{site}/admin/comments/pending/")
    moderator.get_by_role("button", name="Take the next one").click()
    moderator.get_by_role("button", name="Publish", exact=True).click()
    expect(moderator.get_by_text("The comment is published.")).to_be_visible()


@pytest.mark.parametrize("javascript", [True, False])
def test_comment_is_confirmed_published_answered_and_its_mails_ended(
    site, address, browser, sign_in, javascript
):
    moderator = sign_in("moderator")
    page = browser.new_context(java_script_enabled=javascript).new_page()

    page.goto(address)
    say(page, page.get_by_role("link", name="Write a comment"), "Ada", "Who holds it?", follow=True)
    page.goto(address)
    expect(page.get_by_text("Who holds it?")).to_have_count(0)
    publish(moderator, site)
    [told] = mails()
    assert told.to == ["ada@example.org"]
    page.goto(address)
    expect(page.get_by_text("Who holds it?")).to_be_visible()

    say(page, page.get_by_role("link", name="Reply").first, "Bo", "The tax department.")
    publish(moderator, site)
    sent = {sent.to[0]: sent for sent in mails()}
    assert sent.keys() == {"ada@example.org", "bo@example.org"}
    assert "The tax department." in sent["ada@example.org"].body

    page.goto(sent["ada@example.org"].extra_headers["List-Unsubscribe"].strip("<>"))
    page.locator("main").get_by_role("button").click()
    page.goto(address)
    say(page, page.get_by_role("link", name="Reply").first, "Cy", "And the bank.")
    publish(moderator, site)
    assert [sent.to for sent in mails()] == [["cy@example.org"]]


def test_author_reads_why_a_comment_is_not_published(site, address, page, sign_in):
    moderator = sign_in("moderator")
    page.goto(address)
    say(page, page.get_by_role("link", name="Write a comment"), "Ada", "Buy my cheap loans.")
    moderator.goto(f"{site}/admin/comments/pending/")
    moderator.get_by_role("button", name="Take the next one").click()
    moderator.get_by_label("Reason").select_option("It advertises")
    moderator.get_by_label("Answer to the author").fill("Without the loans it is welcome.")
    moderator.get_by_role("button", name="Reject", exact=True).click()
    expect(moderator.get_by_text("The comment is rejected.")).to_be_visible()
    [told] = mails()
    assert "It advertises" in told.body
    assert "Without the loans it is welcome." in told.body
    page.goto(re.search(r"http\S+/comments/mine/\S+", told.body)[0])
    expect(page.locator("main")).to_contain_text("It advertises")
    page.goto(address)
    expect(page.get_by_text("Buy my cheap loans.")).to_have_count(0)


@pytest.mark.parametrize("javascript", [True, False])
def test_form_open_over_the_closing_time_gives_its_text_back(address, browser, javascript):
    page = browser.new_context(java_script_enabled=javascript).new_page()
    page.goto(address)
    page.get_by_role("link", name="Write a comment").click()
    page.get_by_label("Your comment").fill("What took me an hour to write.")
    page.get_by_label("Your name").fill("Ada")
    page.get_by_label("Your e-mail address").fill("ada@example.org")
    yesterday = timezone.localdate() - timedelta(days=1)
    ProposalPage.objects.update(opens=yesterday, closes=yesterday)
    page.get_by_role("button", name="Send my comment").click()
    expect(page.get_by_role("heading", name="Comments are closed here")).to_be_visible()
    expect(page.get_by_label("Your text was not saved")).to_have_value(
        "What took me an hour to write."
    )
    assert not PublicComment.objects.exists()
