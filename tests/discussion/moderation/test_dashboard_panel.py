"""What moderators see first."""

from datetime import timedelta

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
    assert duty.recent_wait() is None
    decisions.reject(pending, moderator, Reason.ABUSE)
    pending.decisions.update(made_at=timezone.now() - duty.RECENTLY - timedelta(hours=1))
    assert duty.recent_wait() is None
