"""Moderators hear of what waits once a day, and of each comment once that it waits too long."""

from datetime import timedelta

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone

from discussion.models import Report
from discussion.policy import Reason
from mailing.models import Delivery, Notification
from tests.factories import make_comment, make_post


@pytest.fixture(autouse=True)
def _people(people):
    """One moderator, and the others who are none."""


def mail():
    call_command("mail_moderators", verbosity=0)


def kinds():
    return sorted(Notification.objects.values_list("kind", flat=True))


def waiting(post, hours, **fields):
    since = timezone.now() - timedelta(hours=hours)
    return make_comment(post, state="pending", confirmed_at=since, **fields)


def test_digest_says_what_waits_where_and_how_long(post):
    waiting(post, 5)
    waiting(post, 3)
    waiting(make_post("Another post"), 2)
    Report.objects.create(comment=make_comment(post), reason=Reason.ABUSE)
    mail()
    digest = Notification.objects.get()
    assert digest.subject == "3 comments waiting"
    for words in ("2 on “The post”", "1 on “Another post”", "1 published one is reported"):
        assert words in digest.text
    assert "/admin/comments/pending/" in digest.text
    assert list(Delivery.objects.values_list("address", flat=True)) == ["moderator@example.org"]


def test_digest_comes_once_a_day(post):
    waiting(post, 5)
    mail()
    mail()
    assert Delivery.objects.count() == 1


def test_nothing_waiting_is_no_mail(post):
    make_comment(post, state="published")
    make_comment(post, state="unconfirmed")
    mail()
    assert not Notification.objects.exists()


def test_alarm_comes_once_for_each_comment(post, settings):
    settings.MODERATION_ALARM_HOURS = 48
    waiting(post, 47)
    waiting(post, 49)
    waiting(post, 60)
    mail()
    mail()
    alarm = Notification.objects.get(kind="moderators-alarm")
    assert alarm.subject == "2 comments waiting for more than 48 hours"
    waiting(post, 50)
    mail()
    assert kinds() == ["moderators-alarm", "moderators-alarm", "moderators-digest"]


def test_nobody_to_tell_is_an_error_and_forgets_no_alarm(post, moderator):
    late = waiting(post, 60)
    moderator.email = "no address"
    moderator.save()
    with pytest.raises(CommandError):
        mail()
    late.refresh_from_db()
    assert late.alarmed_at is None


def test_mail_says_nothing_that_people_wrote(post):
    make_comment(post, "SECRET", "pending", user_name="SECRET")
    mail()
    assert "SECRET" not in Notification.objects.get().html
