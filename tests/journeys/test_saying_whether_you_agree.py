"""A visitor answers, signs up, confirms, is counted, changes and takes back: in a browser with
JavaScript and in one without; and each page, as axe sees it."""

from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from mailing.models import Delivery
from proposals.models import ProposalPage, Stance
from tests.factories import make_organisation, make_position, make_proposal, make_standing
from tests.journeys.looking import looking_at

EACH = pytest.mark.parametrize("javascript", [True, False])


@pytest.fixture
def proposal(site, settings):
    settings.SITE_URL = site
    return make_proposal("Linking records")


@pytest.fixture
def open_page(browser):
    contexts = []

    def enter(**options):
        contexts.append(browser.new_context(**options))
        return contexts[-1].new_page()

    yield enter
    for context in contexts:
        context.close()


def sign_up(page):
    page.get_by_label("Your e-mail address").fill("bo@example.org")
    page.get_by_label("Tell me by e-mail what is new").check()
    page.get_by_label("At once, a mail for each").check()
    page.get_by_label("Which sector do you speak from?").select_option("academia")
    page.get_by_role("button", name="Sign me up").click()


@EACH
def test_answers_given_first_count_once_confirmed(site, proposal, open_page, javascript):
    page = open_page(java_script_enabled=javascript)
    page.goto(site + proposal.url)
    page.get_by_role("link", name="Say whether you agree").click()
    for number in range(4):
        expect(page.get_by_text(f"{number} of 4 answered")).to_be_visible()
        page.get_by_role("button", name="Agree", exact=True).click()
    expect(page.get_by_role("heading", name="You answered every statement")).to_be_visible()
    assert not Stance.objects.counted().exists()

    page.get_by_role("link", name="Sign up, and let them count").click()
    sign_up(page)
    expect(page.get_by_role("heading", name="Now look into your e-mail")).to_be_visible()
    page.goto(Delivery.objects.latest("pk").personal["confirm_url"])
    page.get_by_role("button", name="Yes, sign me up").click()
    expect(page.get_by_role("heading", name="What you chose")).to_be_visible()
    assert Stance.objects.counted().filter(stakeholder__sector="academia").count() == 4

    page.goto(f"{site}/stances/{proposal.pk}/all/")
    first = page.get_by_role("article").first
    first.get_by_role("button", name="Disagree").click()
    expect(first.get_by_text("Your answer: Disagree. It counts.")).to_be_visible()
    first.get_by_role("button", name="Take it back").click()
    expect(page.get_by_text("3 of 4 answered")).to_be_visible()
    assert Stance.objects.counted().count() == Stance.objects.count() == 3


def test_script_brings_the_question_to_the_statement_and_stays_there(site, proposal, page):
    page.goto(site + proposal.url)
    page.get_by_role("link", name="Do you agree? Statement R1").click()
    question = page.get_by_role("region", name="Do you agree? Statement R1")
    question.get_by_role("button", name="Unsure").click()
    pressed = question.get_by_role("button", name="Unsure", pressed=True)
    expect(pressed).to_be_focused()
    expect(page.get_by_text("Your answer: Unsure. It waits").first).to_be_visible()
    assert page.url == site + proposal.url
    assert Stance.objects.get().statement.reference == "R1"


def test_without_javascript_the_link_leads_to_the_question(site, proposal, open_page):
    page = open_page(java_script_enabled=False)
    page.goto(site + proposal.url)
    page.get_by_role("link", name="Do you agree? Statement R1").click()
    page.get_by_role("button", name="Unsure").click()
    expect(page.get_by_role("button", name="Unsure", pressed=True)).to_be_visible()


def test_keyboard_alone_answers(site, proposal, page):
    page.goto(f"{site}/stances/{proposal.pk}/B1/")
    page.get_by_role("button", name="Agree", exact=True).focus()
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    expect(page.get_by_role("button", name="Unsure", pressed=True)).to_be_visible()


@EACH
def test_closing_while_the_page_is_open_is_said(site, proposal, open_page, javascript):
    page = open_page(java_script_enabled=javascript)
    page.goto(f"{site}/stances/{proposal.pk}/")
    yesterday = timezone.localdate() - timedelta(days=1)
    ProposalPage.objects.filter(pk=proposal.pk).update(closes=yesterday)
    page.get_by_role("button", name="Agree", exact=True).click()
    expect(page.get_by_role("heading", name="Answers are closed")).to_be_visible()
    expect(page.get_by_role("alert")).to_contain_text("was not taken")
    assert not Stance.objects.exists()


def test_axe_finds_nothing(site, proposal, page):
    statement = proposal.published_statements.get(kind="benefit")
    make_standing(statement, government_words="Yes.", civil_society_words="Not yet.", note="Open.")
    make_position(statement, make_organisation(), words="It works.", source="https://example.org/")
    look = looking_at(page)

    stances = f"{site}/stances/{proposal.pk}/"
    for answered in (False, True):
        for path in ("", "all/", "B1/", "?skip=B1.R1.L1.S1"):
            page.goto(stances + path)
            look(f"{path}, answered: {answered}")
        page.goto(f"{stances}B1/")
        page.get_by_role("button", name="Disagree").click()
        expect(page.get_by_role("button", name="Disagree", pressed=True)).to_be_visible()
    for url in (proposal.url, statement.own_url):
        page.goto(site + url)
        page.get_by_role("link", name="Do you agree? Statement B1").click()
        expect(page.get_by_role("button", name="Disagree", pressed=True)).to_be_visible()
        look(url)
    ProposalPage.objects.filter(pk=proposal.pk).update(outcome="concluded")
    page.goto(stances)
    look("closed")
