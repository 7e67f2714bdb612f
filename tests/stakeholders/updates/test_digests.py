"""One mail for each person and digest, none where there is nothing; nobody hears of it twice."""

from itertools import chain

import pytest

from core.frame import get_frame
from mailing.models import Delivery, Notification
from stakeholders.lifecycle import leave, pause, resume
from stakeholders.models import Digest, Frequency, Subscription, Untold
from tests.factories import make_stakeholder, make_strand

pytestmark = pytest.mark.usefixtures("clock")


@pytest.fixture
def ada(strand):
    return make_stakeholder(strands=[strand], frequency=Frequency.DAILY)


def switch(stakeholder, frequency):
    stakeholder.frequency = frequency
    stakeholder.save()


def test_daily_digest_goes_at_seven_with_all_of_the_day(ada, tell_of, clock, run_digests, heard):
    tell_of("One")
    tell_of("Two")
    clock(26, 6, 59)
    run_digests()
    assert heard() == {}
    clock(26, 7)
    run_digests()
    run_digests()
    assert heard() == {"ada@example.org": [["One", "Two"]]}


def test_weekly_digest_goes_on_monday(ada, tell_of, clock, run_digests, heard):
    switch(ada, Frequency.WEEKLY)
    tell_of("One")
    clock(29, 12)
    run_digests()
    assert heard() == {}
    clock(30, 7)
    run_digests()
    assert heard() == {"ada@example.org": [["One"]]}


def test_nothing_new_is_no_mail(ada, clock, run_digests):
    clock(26)
    run_digests()
    assert not Notification.objects.exists()


def test_digest_that_comes_late_has_what_came_in_the_meantime(
    ada, tell_of, clock, run_digests, heard
):
    tell_of("One")
    clock(26, 10)
    tell_of("Two")
    clock(26, 11)
    run_digests()
    assert heard() == {"ada@example.org": [["One", "Two"]]}


@pytest.mark.parametrize("other", [Frequency.AT_ONCE, Frequency.WEEKLY])
def test_whoever_changes_how_often_hears_of_each_thing_once(
    ada, tell_of, clock, run_digests, heard, other
):
    tell_of("One")
    switch(ada, other)
    tell_of("Two")
    switch(ada, Frequency.DAILY)
    clock(26)
    tell_of("Three")
    switch(ada, other)
    clock(30)
    run_digests()
    run_digests()
    mails = heard()["ada@example.org"]
    assert sorted(chain.from_iterable(mails)) == ["One", "Three", "Two"]


def test_who_unfollows_before_the_digest_does_not_hear(ada, tell_of, clock, run_digests, heard):
    tell_of("One")
    Subscription.objects.all().delete()
    clock(26)
    run_digests()
    assert heard() == {}
    assert not Untold.objects.exists()


def test_who_rests_hears_of_it_afterwards(ada, tell_of, clock, run_digests, heard):
    tell_of("Before")
    pause(ada, "test")
    tell_of("While resting")
    clock(26)
    run_digests()
    assert heard() == {}
    resume(ada, "test")
    run_digests()
    assert heard() == {"ada@example.org": [["Before"]]}


def test_who_leaves_hears_of_nothing_even_after_coming_back(
    ada, tell_of, clock, run_digests, heard
):
    tell_of("One")
    leave(ada, "test")
    ada.refresh_from_db()
    ada.left_at = None
    ada.save()
    clock(26)
    run_digests()
    assert heard() == {}


def test_page_that_is_taken_down_before_the_digest_is_left_out(
    ada, tell_of, clock, run_digests, heard
):
    tell_of("One").page.specific.unpublish()
    tell_of("Two")
    clock(26)
    run_digests()
    assert heard() == {"ada@example.org": [["Two"]]}


def test_people_who_hear_the_same_share_one_text(ada, strand, tell_of, clock, run_digests):
    other = make_strand("Fraud", "fraud")
    make_stakeholder("bob@example.org", strands=[strand], frequency=Frequency.DAILY)
    make_stakeholder("cleo@example.org", follows_all=True, frequency=Frequency.DAILY)
    tell_of("One")
    tell_of("Two", strand=other)
    clock(26)
    run_digests()
    assert Delivery.objects.count() == 3
    assert Digest.objects.count() == Notification.objects.count() == 2


def test_two_who_hand_over_at_once_write_each_mail_once(
    in_threads, strand, tell_of, clock, run_digests, monkeypatch
):
    monkeypatch.setattr("stakeholders.updates.digests.AT_A_TIME", 5)
    people = [
        make_stakeholder(f"{number}@example.org", strands=[strand], frequency=Frequency.DAILY)
        for number in range(40)
    ]
    tell_of()
    clock(26)
    in_threads(run_digests, run_digests, run_digests)
    assert Delivery.objects.count() == len(people)
    assert not Untold.objects.exists()


def test_queries_depend_on_texts_not_on_people(
    strand, tell_of, clock, run_digests, django_assert_num_queries, django_assert_max_num_queries
):
    get_frame()  # All mails have it; it is kept.
    make_stakeholder("0@example.org", strands=[strand], frequency=Frequency.DAILY)
    tell_of("One")
    clock(26)
    with django_assert_max_num_queries(35) as few:
        run_digests()
    for number in range(1, 20):
        make_stakeholder(f"{number}@example.org", strands=[strand], frequency=Frequency.DAILY)
    tell_of("Two")
    clock(27)
    with django_assert_num_queries(len(few)):
        run_digests()
