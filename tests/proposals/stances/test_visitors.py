"""A visitor may answer first and confirm after: from then on the answers count."""

import time
from datetime import timedelta
from uuid import uuid4

import pytest
from django.core.management import call_command
from django.test import RequestFactory
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from proposals.models import Stance
from proposals.stances.giving import adopt
from proposals.stances.respondent import visitor_of
from stakeholders import links
from tests.factories import make_stakeholder

DAY = 24 * 60 * 60


def path_of(url):
    return url.removeprefix("http://localhost")


def enter(reader, stakeholder):
    return reader.client.post(path_of(links.preferences_url(stakeholder)))


def test_answer_of_a_visitor_is_kept_and_not_counted(visitor, proposal, statement, stances):
    visitor.press(statement, 1)
    assert stances.get().stakeholder is None
    assert not stances.counted().exists()
    assert visitor.sheet(proposal).answered == 1


def test_one_visitor_has_one_answer(visitor, statement, stances):
    visitor.press(statement, 1)
    visitor.press(statement, 0)
    assert stances.get().answer == 0


def test_visitor_takes_an_answer_back(visitor, statement, stances):
    visitor.press(statement, 1)
    visitor.press(statement, "withdraw")
    assert not stances.exists()


def test_page_says_that_it_does_not_count_yet_and_how_it_will(visitor, proposal, statement):
    visitor.press(statement, 1)
    page = visitor.client.get(f"/stances/{proposal.pk}/all/").content.decode()
    assert "Your answers don’t count yet" in page
    assert f"/stakeholders/sign-up/?page={proposal.pk}" in page
    assert "/stakeholders/link/" in page


def test_answers_count_once_the_browser_knows_the_person(visitor, statement, stances):
    visitor.press(statement, -1)
    ada = make_stakeholder()
    assert enter(visitor, ada).status_code == 302
    assert stances.counted().get().stakeholder == ada
    assert "visitor" not in {
        name for name, cookie in visitor.client.cookies.items() if cookie.value
    }


def test_entering_twice_counts_once(visitor, statement, stances):
    visitor.press(statement, 1)
    ada = make_stakeholder()
    enter(visitor, ada)
    enter(visitor, ada)
    assert stances.counted().count() == stances.count() == 1


@pytest.mark.parametrize(("hours", "kept"), [(-1, -1), (1, 1)])
def test_the_later_of_two_answers_stays(statement, stances, hours, kept):
    ada, visitor, now = make_stakeholder(), uuid4(), timezone.now()
    Stance.objects.create(statement=statement, stakeholder=ada, answer=-1, given_at=now)
    Stance.objects.create(
        statement=statement, visitor=visitor, answer=1, given_at=now + timedelta(hours=hours)
    )
    adopt(visitor, ada)
    adopt(visitor, ada)
    assert stances.get().answer == kept


def test_answer_to_an_earlier_wording_stays_with_it(statement, stances):
    ada, visitor = make_stakeholder(), uuid4()
    Stance.objects.create(statement=statement, visitor=visitor, answer=1)
    statement.claim, statement.wording_hash = "Another claim.", "0" * 64
    statement.save()
    adopt(visitor, ada)
    assert not stances.counted().exists()
    assert stances.get().stakeholder == ada


def test_cookie_is_out_of_reach_for_scripts_and_other_sites(visitor, statement, settings):
    settings.SESSION_COOKIE_SECURE = True
    cookie = visitor.press(statement, 1).cookies["visitor"]
    assert cookie["httponly"]
    assert cookie["secure"]
    assert (cookie["samesite"], cookie["path"], cookie["domain"]) == ("Lax", "/", "")
    assert cookie["max-age"] == 7 * DAY


def test_browser_forgets_the_visitor_after_7_days(visitor, proposal, statement, monkeypatch):
    visitor.press(statement, 1)
    later = time.time() + 8 * DAY
    monkeypatch.setattr(time, "time", lambda: later)
    assert visitor.sheet(proposal).answered == 0


@given(st.text(max_size=200))
def test_forged_cookie_is_nobody(value):
    request = RequestFactory().get("/")
    request.COOKIES = {"visitor": value}
    assert visitor_of(request) is None


def test_cookie_of_a_stakeholder_is_none_of_a_visitor(member):
    ada = member(make_stakeholder())
    request = RequestFactory().get("/")
    request.COOKIES = {"visitor": ada.client.cookies["stakeholder"].value}
    assert visitor_of(request) is None


@pytest.fixture
def old(statement):
    """What a visitor and a stakeholder said eight days ago, and a visitor today."""
    long_ago = timezone.now() - timedelta(days=8)
    return [
        Stance.objects.create(statement=statement, answer=1, **fields)
        for fields in (
            {"visitor": uuid4(), "given_at": long_ago},
            {"stakeholder": make_stakeholder(), "given_at": long_ago},
            {"visitor": uuid4()},
        )
    ]


def test_what_nobody_confirmed_is_deleted_after_7_days(old, stances):
    call_command("purge_stances", verbosity=0)
    assert list(stances) == old[1:]


def test_dry_run_deletes_nothing(old, stances, capsys):
    call_command("purge_stances", "--dry-run")
    assert capsys.readouterr().out == "Would delete 1 answers.\n"
    assert list(stances) == old


def test_one_network_brings_so_many_visitors_an_hour(member, statement, stances, settings):
    settings.VISITORS_PER_NETWORK_AND_HOUR = 2
    readers = [member() for _ in range(3)]
    answers = [reader.press(statement, 1) for reader in readers]
    assert [answer.status_code for answer in answers] == [302, 302, 429]
    assert answers[2]["Retry-After"]
    assert "Very many people answered from your network" in answers[2].content.decode()
    assert readers[0].press(statement, 0).status_code == 302
    assert member(make_stakeholder()).press(statement, 1).status_code == 302


def test_visitor_is_told_at_each_question_that_answers_wait(visitor, member, proposal, statement):
    waits = "Your answers wait"
    assert waits not in visitor.client.get(f"/stances/{proposal.pk}/").content.decode()
    ada = member(make_stakeholder())
    for reader in (visitor, ada):
        reader.press(statement, 1)
    assert waits in visitor.client.get(f"/stances/{proposal.pk}/").content.decode()
    assert waits not in ada.client.get(f"/stances/{proposal.pk}/").content.decode()
