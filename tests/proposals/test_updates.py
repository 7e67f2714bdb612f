"""What stakeholders hear of proposals, and what they hear by itself."""

from datetime import timedelta

import pytest
from django.core.management import call_command
from django.utils import timezone

from mailing.models import Delivery
from stakeholders.models import Frequency, Update
from stakeholders.updates.kinds import news_of
from stakeholders.updates.telling import keep_quiet
from tests.factories import make_proposal, make_stakeholder

pytestmark = pytest.mark.usefixtures("home")


def in_days(number):
    return timezone.localdate() + timedelta(days=number)


def kinds(proposal):
    return [news.kind.name for news in news_of(proposal) if news.is_true]


def opening(days_ago, published_days_ago, **fields):
    """A proposal that opened so many days ago and was published earlier or later."""
    proposal = make_proposal(opens=in_days(-days_ago), **({"closes": in_days(40)} | fields))
    published = timezone.now() - timedelta(days=published_days_ago)
    proposal.first_published_at = proposal.last_published_at = published
    proposal.save()
    return proposal


def told():
    call_command("tell_subscribers", verbosity=0)
    return list(Update.objects.told().order_by("pk").values_list("kind", flat=True))


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"opens": 1, "closes": 20}, []),
        ({"opens": -1, "closes": 20}, ["proposal-opened"]),
        ({"opens": -10, "closes": 7}, ["proposal-opened", "proposal-closing"]),
        ({"opens": -10, "closes": 0}, ["proposal-opened", "proposal-closing"]),
        ({"opens": -2, "closes": 3}, ["proposal-opened"]),
        ({"opens": -10, "closes": -1}, []),
        ({"opens": -10, "closes": -1, "outcome": "concluded"}, ["proposal-concluded"]),
        ({"opens": -10, "closes": 20, "outcome": "withdrawn"}, ["proposal-concluded"]),
    ],
)
def test_what_there_is_to_tell_follows_from_dates_and_outcome(fields, expected):
    dates = {name: in_days(fields.pop(name)) for name in ("opens", "closes")}
    assert kinds(make_proposal(**dates, **fields)) == expected


def test_each_publication_after_the_first_is_a_change_of_its_own():
    proposal = make_proposal()
    causes = set()
    for _ in range(2):
        proposal.save_revision().publish()
        proposal.refresh_from_db()
        [change] = [news for news in news_of(proposal) if news.kind.name == "proposal-changed"]
        assert change.summary == ""
        causes.add(change.cause)
    assert len(causes) == 2


def test_proposal_that_opens_on_a_day_is_told_by_itself_once():
    opening(days_ago=0, published_days_ago=5)
    make_stakeholder(follows_all=True, frequency=Frequency.AT_ONCE)
    assert told() == ["proposal-opened"]
    assert told() == ["proposal-opened"]
    assert Delivery.objects.count() == 1


def test_proposal_that_is_published_open_waits_for_its_editor():
    make_proposal(opens=in_days(-1), closes=in_days(40))
    assert told() == []


def test_what_opened_long_ago_is_not_told_by_itself():
    opening(days_ago=4, published_days_ago=9)
    assert told() == []


def test_proposal_about_to_close_is_told_by_itself_and_again_when_the_day_is_put_off():
    proposal = make_proposal(closes=in_days(7))
    assert told() == ["proposal-closing"]
    proposal.closes = in_days(6)
    proposal.save_revision().publish()
    assert told() == ["proposal-closing"] * 2


def test_what_editors_keep_quiet_is_not_told_by_itself(editor):
    proposal = make_proposal(closes=in_days(9))
    [closing] = [news for news in news_of(proposal) if news.kind.name == "proposal-closing"]
    assert not closing.is_true
    keep_quiet(closing, editor)
    proposal.closes = in_days(9)
    assert told() == []


def test_dry_run_says_what_is_due_and_tells_nothing(capsys):
    make_proposal("A title", closes=in_days(3))
    call_command("tell_subscribers", dry_run=True)
    assert capsys.readouterr().out == "Closing soon: A title\n"
    assert not Update.objects.exists()


def test_conclusion_is_told_in_the_words_of_its_note():
    proposal = make_proposal(outcome="concluded", outcome_note="<p>We <b>agreed</b>.</p>")
    [news] = news_of(proposal)
    assert news.summary == "We agreed."
