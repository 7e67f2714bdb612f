"""What moderators see first."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from discussion import decisions
from discussion.moderation import duty
from discussion.policy import Reason
from tests.factories import make_comment


def test_panel_counts_what_waits_and_how_long_people_waited(client, post, moderator):
    now = timezone.now()
    for hours in (1, 5, 30):
        comment = make_comment(post, state="pending", confirmed_at=now - timedelta(hours=hours))
        decisions.reject(comment, moderator, Reason.ABUSE)
    make_comment(post, state="pending")
    page = client.get(reverse("wagtailadmin_home")).content.decode()
    for words in ("1 comment waiting", "0 reported by readers", "waited 5 hours or less"):
        assert words in page


def test_old_decisions_and_second_ones_do_not_count_for_the_wait(pending, moderator):
    assert duty.median_wait() is None
    decisions.reject(pending, moderator, Reason.ABUSE)
    pending.decisions.update(made_at=timezone.now() - duty.RECENTLY - timedelta(hours=1))
    assert duty.median_wait() is None


@pytest.mark.parametrize(
    ("hours", "words"),
    [(0.2, "less than an hour"), (1, "1 hour"), (47, "47 hours"), (72, "3 days")],
)
def test_waits_are_said_in_words(hours, words):
    assert duty.in_words(timedelta(hours=hours)) == words


def test_log_tells_who_decided_what_and_why(client, pending, moderator):
    decisions.reject(pending, moderator, Reason.ABUSE, note="Third time.")
    page = client.get(reverse("comments:log")).content.decode()
    for words in ("Reject", "insults", "moderator", "Third time.", "2026-11"):
        assert words in page


@pytest.mark.parametrize("query", [{"q": "\x00"}, {"action": "x"}, {"moderator": "9" * 20}])
def test_no_query_breaks_the_log(client, pending, query):
    assert client.get(reverse("comments:log"), query).status_code in (200, 400)


def test_exported_log_holds_no_formula_and_no_address(client, pending, moderator):
    decisions.reject(pending, moderator, Reason.ABUSE, note="=1+1")
    answer = client.get(reverse("comments:log"), {"export": "csv"})
    text = b"".join(answer.streaming_content).decode()
    assert "'=1+1" in text
    assert "@example.org" not in text
