"""Something new is told once, to those who follow it."""

import pytest
from django.db import transaction

from mailing.models import Delivery, Notification
from stakeholders.models import Frequency, Untold, Update
from stakeholders.updates.digests import hand_over
from stakeholders.updates.kinds import news_of
from stakeholders.updates.telling import audience, due, keep_quiet, tell
from tests.factories import make_post, make_proposal, make_stakeholder, make_strand


def test_who_wants_to_hear_at_once_has_a_mail_at_once(tell_of, strand, heard):
    make_stakeholder(strands=[strand], frequency=Frequency.AT_ONCE)
    tell_of("A new post")
    assert heard() == {"ada@example.org": [["A new post"]]}


def test_who_wants_digests_waits_for_the_next(tell_of, strand, heard):
    make_stakeholder(strands=[strand], frequency=Frequency.DAILY)
    tell_of()
    assert heard() == {}
    assert Untold.objects.count() == 1


@pytest.mark.parametrize(
    "fields",
    [
        {"wants_updates": False},
        {"confirmed_at": None},
        {"paused_at": "2026-11-01T12:00Z"},
        {"left_at": "2026-11-01T12:00Z"},
    ],
)
def test_who_does_not_want_to_hear_hears_nothing(tell_of, strand, fields):
    make_stakeholder(strands=[strand], frequency=Frequency.AT_ONCE, **fields)
    assert tell_of().told == 0
    assert not Untold.objects.exists()
    assert not Delivery.objects.exists()


def test_who_follows_something_else_hears_nothing(tell_of, home):
    make_stakeholder(strands=[make_strand("Fraud", "fraud")], frequency=Frequency.AT_ONCE)
    tell_of()
    assert not Delivery.objects.exists()


def test_who_follows_everything_hears_of_what_belongs_to_no_strand(tell_of, strand, heard):
    make_stakeholder(follows_all=True, frequency=Frequency.AT_ONCE)
    make_stakeholder("bob@example.org", strands=[strand], frequency=Frequency.AT_ONCE)
    tell_of("About all of it", strand=None)
    assert heard() == {"ada@example.org": [["About all of it"]]}


def test_followers_of_a_proposal_hear_of_a_post_about_it(home, heard):
    proposal = make_proposal("Linking records")
    make_stakeholder(pages=[proposal], frequency=Frequency.AT_ONCE)
    for post in (make_post("Another post"), make_post("About it", related_proposal=proposal)):
        tell(news_of(post)[0], "Words.")
    assert heard() == {"ada@example.org": [["About it"]]}


@pytest.mark.parametrize(("taken_down", "is_told"), [("post", False), ("proposal", True)])
def test_post_about_a_proposal_is_told_for_as_long_as_the_post_is_there(
    home, clock, heard, taken_down, is_told
):
    proposal = make_proposal("Linking records")
    post = make_post("About it", related_proposal=proposal)
    make_stakeholder(pages=[proposal], frequency=Frequency.DAILY)
    tell(news_of(post)[0], "Words.")
    {"post": post, "proposal": proposal}[taken_down].unpublish()
    clock(day=26)
    hand_over(Frequency.DAILY)
    assert heard() == ({"ada@example.org": [["About it"]]} if is_told else {})


def test_followers_of_the_strand_and_of_the_page_hear_once(strand, heard):
    post = make_post("Twice followed", strand=strand)
    make_stakeholder(strands=[strand], pages=[post], frequency=Frequency.AT_ONCE)
    tell(news_of(post)[0], "Words.")
    assert heard() == {"ada@example.org": [["Twice followed"]]}


def test_the_same_is_never_told_twice(news, strand):
    make_stakeholder(strands=[strand], frequency=Frequency.AT_ONCE)
    one = news()
    assert tell(one, "First words.")
    one.page.save_revision().publish()
    assert tell(one, "Other words.") is None
    assert Update.objects.get().summary == "First words."
    assert Delivery.objects.count() == 1


def test_two_who_press_at_once_tell_once(in_threads, news, strand):
    make_stakeholder(strands=[strand], frequency=Frequency.AT_ONCE)
    one = news()
    told = in_threads(*[lambda: tell(one, "Words.")] * 4)
    assert sum(update is not None for update in told) == 1
    assert Delivery.objects.count() == 1


def test_what_is_told_in_a_transaction_that_fails_is_not_told(news, strand):
    make_stakeholder(strands=[strand], frequency=Frequency.AT_ONCE)
    with transaction.atomic():
        tell(news(), "Words.")
        transaction.set_rollback(True)
    assert not Update.objects.exists()
    assert not Notification.objects.exists()


def test_what_editors_keep_quiet_can_be_told_later(news, strand, editor):
    make_stakeholder(strands=[strand], frequency=Frequency.AT_ONCE)
    one = news()
    keep_quiet(one, editor)
    assert not Delivery.objects.exists()
    assert tell(one, "After all.", editor).told == 1
    assert Delivery.objects.count() == 1


def test_audience_is_counted_by_frequency(news, strand):
    make_stakeholder(strands=[strand], frequency=Frequency.AT_ONCE)
    for name in ("bob", "cleo"):
        make_stakeholder(f"{name}@example.org", follows_all=True)
    make_stakeholder("dan@example.org")
    assert audience(news()) == {"at_once": 1, "daily": 0, "weekly": 2}


def test_telling_costs_the_same_queries_however_many_wait(
    news, strand, django_assert_num_queries, django_assert_max_num_queries
):
    make_stakeholder(strands=[strand])
    one, other = news("One"), news("Other")
    with django_assert_max_num_queries(20) as few:
        tell(one, "Words.")
    for number in range(20):
        make_stakeholder(f"{number}@example.org", strands=[strand])
    with django_assert_num_queries(len(few)):
        assert tell(other, "Words.").told == 21


def test_nothing_is_due_that_no_day_brings(news):
    news()
    assert list(due()) == []
