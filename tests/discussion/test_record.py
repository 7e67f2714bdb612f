"""How we moderate: what is told of decisions, and that nobody can be picked out from it."""

from datetime import timedelta

import pytest
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from core.counts import rounded
from discussion.models import Action, Decision, ModerationPage
from discussion.policy import Reason
from discussion.record import (
    COLUMNS,
    appeals,
    by_month,
    first_of_month,
    usual_wait,
)
from tests.factories import make_comment, place

LAST_MONTH = timezone.make_aware(timezone.datetime(*first_of_month(1).timetuple()[:3], 12))


@pytest.fixture
def decide(post):
    """Make `number` decisions, by default in the month that has just ended."""

    def decide(number, action=Action.APPROVE, when=LAST_MONTH, wait=1, **fields):
        for _ in range(number):
            comment = make_comment(post, confirmed_at=when - timedelta(hours=wait))
            decision = Decision.objects.create(
                comment=comment, action=action, **({"state_before": "pending"} | fields)
            )
            Decision.objects.filter(pk=decision.pk).update(made_at=when)

    return decide


def column(name):
    [(_month, numbers)] = by_month()
    return numbers[COLUMNS.index(name)]


def test_decisions_are_counted_by_month_and_reason(decide):
    decide(12)
    decide(7, Action.REJECT, reason=Reason.ABUSE)
    [(month, _)] = by_month()
    assert month == first_of_month(1)
    assert column("Published") == 10
    assert column(Reason.ABUSE.label) == 5


def test_fewer_than_five_are_not_told(decide):
    decide(4, Action.REJECT, reason=Reason.ABUSE)
    assert column(Reason.ABUSE.label) is None


def test_month_that_has_not_ended_and_last_years_are_not_told(decide):
    decide(9, when=timezone.now())
    decide(9, when=LAST_MONTH - timedelta(days=400))
    assert by_month() == []


def test_decision_that_was_undone_is_not_counted(decide, post):
    decide(9)
    for decision in Decision.objects.all()[:5]:
        Decision.objects.create(
            comment=decision.comment, action=Action.UNDO, state_before="published"
        )
    assert column("Published") is None


@given(st.integers(min_value=0, max_value=10**6))
def test_told_number_is_never_more_nor_under_five(number):
    told = rounded(number)
    if told is None:
        assert number < 5
    else:
        assert 5 <= told <= number < told + 5


def test_half_of_all_comments_were_decided_within_the_median(decide):
    decide(3, wait=1)
    decide(1, wait=5)
    assert usual_wait() is None
    decide(3, wait=9)
    assert usual_wait() == timedelta(hours=5)


def test_appeals_are_told_by_what_came_of_them(decide):
    decide(6, is_appeal=True)
    decide(3, Action.REJECT, reason=Reason.ABUSE, is_appeal=True)
    assert appeals() == {"won": 5, "lost": None}


def test_page_shows_figures_and_never_a_rejected_text(text, home, decide, post):
    page = place(home, ModerationPage(title="How we moderate", introduction="<p>We read.</p>"))
    assert "No month with decisions has ended yet." in text(page.url)
    decide(6, Action.REJECT, reason=Reason.ABUSE)
    make_comment(post, "Rejected words.", state="rejected", published_at=None)
    page.save_revision().publish()
    again = text(f"{page.url}?")
    assert "We read." in again
    assert "Rejected words." not in again


def test_page_is_made_at_few_queries(client, home, decide, django_assert_max_num_queries):
    page = place(home, ModerationPage(title="How we moderate", introduction="<p>We read.</p>"))
    decide(8)
    client.get("/not-there/")
    with django_assert_max_num_queries(10):
        answer = client.get(page.url).content.decode()
    assert "5 or more" in answer
    assert "within about an hour" in answer
