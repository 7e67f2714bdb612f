"""What the site tells by itself: seen beforehand by those who may tell, and told in their words."""

import re
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from mailing.models import Delivery
from stakeholders.models import Update
from stakeholders.updates.kinds import news_of
from stakeholders.updates.telling import prepare, tell
from tests.editors.conftest import ROLES, is_let_in
from tests.factories import make_proposal, make_stakeholder, make_strand

PUBLISHERS = ("policy", "civil", "both", "superuser")


def in_days(number):
    return timezone.localdate() + timedelta(days=number)


@pytest.fixture
def proposal(home):
    """It opens in three days."""
    return make_proposal("Linking records", opens=in_days(3), closes=in_days(90))


@pytest.fixture
def address(proposal):
    return reverse("tell", args=["proposal-opened", proposal.pk])


@pytest.fixture
def listed(clients, proposal):
    """`listed(role)` is the list of what is coming, as its reader sees it."""
    return lambda role="policy": clients[role].get(reverse("updates_coming")).content.decode()


@pytest.fixture
def press(clients, address):
    """`press(action, summary)` presses a button of the form; gives the page that follows."""

    def press(action, summary="My words.", role="policy"):
        sent = {"action": action, "summary": summary}
        return clients[role].post(address, sent, follow=True).content.decode()

    return press


@pytest.mark.parametrize("role", ROLES)
def test_publishers_alone_see_what_is_coming_and_are_led_there(clients, proposal, role):
    list_address = reverse("updates_coming")
    assert is_let_in(clients[role].get(list_address)) == (role in PUBLISHERS)
    home = clients[role].get(reverse("wagtailadmin_home")).content.decode()
    assert (f'"{list_address}"' in home) == (role in PUBLISHERS)


@pytest.mark.parametrize("role", ROLES)
def test_publishers_alone_write_the_summary_beforehand(press, role):
    press("prepare", role=role)
    assert Update.objects.prepared().exists() == (role in PUBLISHERS)


def test_list_says_what_when_in_which_words_and_to_how_many(listed, address):
    make_stakeholder(follows_all=True)
    page = listed()
    assert f"{in_days(3):%-d %B %Y}" in page
    assert "Open for comment: Linking records" in page
    assert "What is proposed." in page
    assert "1 person hears of it" in page
    assert address in page


def test_nothing_coming_is_said(clients, home):
    page = clients["policy"].get(reverse("updates_coming")).content.decode()
    assert "Nothing of the kind is coming." in page


def test_list_costs_the_same_with_one_thing_and_with_ten(clients, people, proposal):
    listed = reverse("updates_coming")

    def count():
        with CaptureQueriesContext(connection) as queries:
            clients["policy"].get(listed)
        return len(queries)

    count()
    before = count()
    for number in range(9):
        strand = make_strand(f"Strand {number}", f"strand-{number}")
        later = make_proposal(f"P{number}", strand=strand, opens=in_days(3), closes=in_days(90))
        prepare(news_of(later)[0], "My words.", people["policy"])
    assert count() == before


def test_list_counts_for_each_thing_those_who_follow_it(listed, proposal, home):
    other = make_proposal("Other", opens=in_days(4), closes=in_days(90))
    make_stakeholder("all@example.org", follows_all=True)
    make_stakeholder("both@example.org", pages=[proposal], strands=[proposal.strand])
    make_stakeholder("other@example.org", pages=[other])
    make_stakeholder("none@example.org", pages=[other], wants_updates=False)
    other.strand = make_strand("Elsewhere", "elsewhere")
    other.save()
    first, second = re.findall(r"As of today (\d+)", listed())
    assert (first, second) == ("2", "2")


def test_words_written_beforehand_are_kept_and_nobody_is_told_yet(press, listed):
    make_stakeholder(follows_all=True)
    page = press("prepare")
    assert "Your summary is kept." in page
    assert "with the summary that policy wrote" in page
    assert "My words.</textarea>" in page
    assert "with the summary that policy wrote" in listed()
    assert "My words." in listed()
    assert not Update.objects.told().exists()
    assert not Delivery.objects.exists()


def test_words_are_shown_as_they_were_typed(press, listed):
    press("prepare", "Tea & <cake>")
    assert "Tea &amp; &lt;cake&gt;" in listed()


def test_words_can_be_written_again_by_the_other_partner(press):
    press("prepare")
    press("prepare", "Better words.", "civil")
    update = Update.objects.get()
    assert (update.summary, update.decided_by.username) == ("Better words.", "civil")


def test_words_of_the_page_can_be_taken_after_all(press):
    press("prepare")
    assert "with the summary of the page" in press("reopen")
    assert not Update.objects.exists()


def test_kept_quiet_is_said_in_the_list(press, listed):
    press("prepare")
    assert "policy decided not to tell" in press("quiet")
    assert "Nobody is told" in listed()


@pytest.mark.parametrize("summary", ["", "  ", "x" * 601, "a\x00b"])
def test_bad_words_are_refused_beside_the_field(press, summary):
    assert "w-field__errors" in press("prepare", summary)
    assert not Update.objects.exists()


def test_nothing_is_told_before_its_day(press, clients, address):
    make_stakeholder(follows_all=True)
    assert 'value="tell"' not in clients["policy"].get(address).content.decode()
    press("tell")
    assert not Update.objects.told().exists()


def test_words_that_come_after_the_mail_change_nothing(press, proposal):
    [opened, _] = news_of(proposal)
    tell(opened, "What was told.")
    page = press("prepare")
    assert "Subscribers were told of this before." in page
    assert "What was told." in page
    assert "My words." not in page


def test_page_says_whose_words_the_site_told(press, proposal, clients, address):
    press("prepare")
    tell(news_of(proposal)[0], "My words.")
    page = clients["policy"].get(address).content.decode()
    assert "by the site itself" in page
    assert "which policy wrote" in page


def test_words_for_another_last_day_are_shown_and_not_taken(clients, proposal):
    def page():
        answer = clients["policy"].get(reverse("tell", args=["proposal-closing", proposal.pk]))
        return answer.content.decode(), answer.context["form"]["summary"].value()

    address = reverse("tell", args=["proposal-closing", proposal.pk])
    clients["policy"].post(address, {"action": "prepare", "summary": "It closes on Friday."})
    assert page()[1] == "It closes on Friday."
    proposal.closes = in_days(80)
    proposal.save()
    text, offered = page()
    assert offered == proposal.summary
    assert "For another day policy wrote this summary" in text
    assert "It closes on Friday." in text


def test_what_is_prepared_is_no_decision_yet(clients, press, proposal):
    press("prepare")
    overview = clients["policy"].get(reverse("updates_of_page", args=[proposal.pk]))
    assert "in words that policy wrote" in overview.content.decode()
    assert "you keep quiet" not in overview.content.decode()
