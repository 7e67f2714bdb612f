"""From an editor who publishes to a mail, and out of it again; and the mails as axe sees them."""

import re
from datetime import timedelta

import pytest
from django.contrib.auth import get_user_model
from django.core import mail
from django.core.management import call_command
from django.utils import timezone
from playwright.sync_api import expect

from stakeholders.models import Frequency, Stakeholder, Update
from stakeholders.updates.kinds import news_of
from stakeholders.updates.mails import as_seen
from stakeholders.updates.telling import draft, tell
from tests.factories import make_post, make_proposal, make_stakeholder, make_strand
from tests.journeys.looking import looking_at


@pytest.fixture
def post(site, settings):
    settings.SITE_URL = site
    return make_post("How records are linked", strand=make_strand())


def send():
    """The mails that leave now."""
    mail.outbox.clear()
    call_command("tell_subscribers", verbosity=0)
    call_command("send_outbox", verbosity=0)
    return mail.outbox


def unsubscribe_link(message):
    return message.extra_headers["List-Unsubscribe"].strip("<>")


def test_editor_publishes_tells_and_the_mail_comes(site, post, sign_in):
    make_stakeholder(strands=[post.strand], frequency=Frequency.AT_ONCE)
    page = sign_in("policy")
    get_user_model().objects.update(email="policy@example.org")
    page.goto(f"{site}/admin/pages/{post.pk}/edit/")
    page.locator("[name=introduction]").fill("Three departments say how.")
    page.locator("footer").get_by_role("button", name="More actions").click()
    page.get_by_role("button", name=re.compile("^Publish")).click()
    page.locator(".messages").get_by_role("link", name="Tell subscribers").click()
    expect(page.get_by_text("1 person hears of it")).to_be_visible()
    page.locator("[name=summary]").fill("Three departments say which records they link, and how.")
    with page.expect_popup() as seen:
        page.get_by_role("button", name="See the mail").click()
    expect(seen.value.get_by_text("which records they link, and how.")).to_be_visible()
    page.get_by_role("button", name="Send a test to me").click()
    expect(page.get_by_text("A test is on its way")).to_be_visible()
    page.get_by_role("button", name="Tell subscribers now").click()
    expect(page.get_by_text("to 1 person, in these words")).to_be_visible()
    told = [message for message in send() if message.to == ["ada@example.org"]]
    assert [message.subject for message in told] == ["New post: How records are linked"]


@pytest.mark.parametrize("java_script", [True, False])
def test_digest_comes_and_is_left_in_one_click(site, post, browser, java_script):
    make_stakeholder(strands=[post.strand], frequency=Frequency.DAILY)
    tell(news_of(post)[0], "It says how.")
    assert send() == []
    Update.objects.update(told_at=timezone.now() - timedelta(days=2))
    [message] = send()
    page = browser.new_context(java_script_enabled=java_script).new_page()
    page.set_content(message.alternatives[0].content)
    page.get_by_role("link", name="Read “How records are linked”").click()
    expect(page.get_by_role("heading", name="How records are linked")).to_be_visible()
    page.goto(unsubscribe_link(message))
    page.get_by_role("button", name="Send me nothing more").click()
    expect(page.get_by_role("heading", name="No more mails")).to_be_visible()
    assert not Stakeholder.objects.reachable().exists()


def test_axe_finds_nothing_in_a_mail(site, post, page):
    proposal = make_proposal()
    look = looking_at(page)
    for news in (*news_of(post), *news_of(proposal)):
        page.set_content(as_seen(draft(news, "What is new. " * 20))["html"])
        look(news.kind.label)
