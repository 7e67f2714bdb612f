"""What stakeholders hear of proposals, and what they hear by itself."""

from datetime import timedelta

import pytest
from django.core.management import call_command
from django.utils import timezone

from mailing.models import Delivery
from stakeholders.models import Frequency, Update
from stakeholders.updates.kinds import news_of
from stakeholders.updates.telling import coming, keep_quiet, prepare, reopen
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


def the(kind, proposal):
    """The News of this kind that there is of `proposal` now."""
    return next(news for news in news_of(proposal) if news.kind.name == kind)


@pytest.fixture
def wait(monkeypatch):
    """`wait(days)` lets so many days go by."""

    def wait(days):
        moment = timezone.now() + timedelta(days=days)
        monkeypatch.setattr(timezone, "now", lambda: moment)

    return wait


def test_words_prepared_for_the_day_it_opens_are_told_on_it_once(editor, wait):
    proposal = make_proposal(opens=in_days(3), closes=in_days(40))
    make_stakeholder(follows_all=True, frequency=Frequency.AT_ONCE)
    prepare(the("proposal-opened", proposal), "Why it matters.", editor)
    assert told() == []
    wait(3)
    assert told() == ["proposal-opened"]
    assert told() == ["proposal-opened"]
    delivery = Delivery.objects.get()
    assert "Why it matters." in delivery.notification.text
    assert "What is proposed." not in delivery.notification.text
    update = Update.objects.get()
    assert (update.decided_by, update.is_prepared, update.told) == (editor, True, 1)


def test_words_prepared_for_its_last_days_are_told_within_a_week_of_them(editor, wait):
    proposal = make_proposal(closes=in_days(9))
    prepare(the("proposal-closing", proposal), "The last words.", editor)
    wait(1)
    assert told() == []
    wait(1)
    assert told() == ["proposal-closing"]
    assert Update.objects.get().summary == "The last words."


def test_words_for_the_day_it_opens_stay_when_that_day_is_moved(editor, wait):
    proposal = make_proposal(opens=in_days(3), closes=in_days(40))
    prepare(the("proposal-opened", proposal), "Why it matters.", editor)
    proposal.opens = in_days(20)
    proposal.save()
    opening = coming()[0]
    assert (opening[0].not_before, opening[1].summary) == (in_days(20), "Why it matters.")
    wait(3)
    assert told() == []
    wait(17)
    assert told() == ["proposal-opened"]
    assert Update.objects.get().summary == "Why it matters."


def test_words_for_one_last_day_are_not_told_of_another(editor):
    proposal = make_proposal(closes=in_days(9))
    prepare(the("proposal-closing", proposal), "It closes on Friday.", editor)
    proposal.closes = in_days(7)
    proposal.save()
    assert told() == ["proposal-closing"]
    assert Update.objects.told().get().summary == "What is proposed."


def test_words_taken_back_leave_it_to_the_site(editor, wait):
    proposal = make_proposal(opens=in_days(3), closes=in_days(40))
    opening = the("proposal-opened", proposal)
    prepare(opening, "Why it matters.", editor)
    reopen(opening)
    wait(3)
    assert told() == ["proposal-opened"]
    assert Update.objects.get().summary == "What is proposed."


def test_what_was_prepared_and_is_then_kept_quiet_is_not_told(editor, wait):
    proposal = make_proposal(opens=in_days(3), closes=in_days(40))
    opening = the("proposal-opened", proposal)
    prepare(opening, "Why it matters.", editor)
    keep_quiet(opening, editor)
    wait(3)
    assert told() == []


def test_words_come_too_late_for_what_was_told(editor):
    proposal = make_proposal(closes=in_days(7))
    assert told() == ["proposal-closing"]
    assert prepare(the("proposal-closing", proposal), "Too late.", editor) is None
    assert Update.objects.get().summary == "What is proposed."
    assert not Update.objects.get().is_prepared


def test_what_comes_by_itself_is_seen_beforehand_by_its_days(editor):
    make_proposal("Opens", opens=in_days(5), closes=in_days(50))
    make_proposal("Closes", closes=in_days(9))
    quiet = make_proposal("Kept quiet", closes=in_days(10))
    keep_quiet(the("proposal-closing", quiet), editor)
    make_proposal("Draft", opens=in_days(5), closes=in_days(50), live=False)
    make_proposal("Over", closes=in_days(20), outcome="withdrawn")
    make_proposal("Far off", opens=in_days(61), closes=in_days(200))
    seen = [(news.title, news.kind.name, news.not_before) for news, _ in coming()]
    assert seen == [
        ("Closes", "proposal-closing", in_days(2)),
        ("Kept quiet", "proposal-closing", in_days(3)),
        ("Opens", "proposal-opened", in_days(5)),
        ("Opens", "proposal-closing", in_days(43)),
    ]


def test_what_is_seen_beforehand_is_what_is_told(wait):
    make_proposal(opens=in_days(1), closes=in_days(10))
    assert [news.kind.name for news, _ in coming()] == ["proposal-opened", "proposal-closing"]
    wait(1)
    assert told() == ["proposal-opened"]
    assert [news.kind.name for news, _ in coming()] == ["proposal-closing"]
    wait(2)
    assert told() == ["proposal-opened", "proposal-closing"]
    assert coming() == []


def test_dry_run_says_what_is_due_and_tells_nothing(capsys):
    make_proposal("A title", closes=in_days(3))
    call_command("tell_subscribers", dry_run=True)
    assert capsys.readouterr().out == "Closing soon: A title\n"
    assert not Update.objects.exists()


def test_conclusion_is_told_in_the_words_of_its_note():
    proposal = make_proposal(outcome="concluded", outcome_note="<p>We <b>agreed</b>.</p>")
    [news] = news_of(proposal)
    assert news.summary == "We agreed."
