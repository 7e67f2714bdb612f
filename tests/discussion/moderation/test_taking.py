"""Two moderators don't take the same comment, and nobody keeps one for ever."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from discussion.assignment import take, take_next
from discussion.models import PublicComment
from discussion.models.comment import TAKEN_FOR
from tests.factories import make_comment


@pytest.fixture
def other(people):
    return people["superuser"]


def again(comment):
    return PublicComment.objects.get(pk=comment.pk)


def test_taken_comment_is_passed_over_by_others_and_shown_as_taken(
    client, pending, moderator, other
):
    take(pending, other)
    assert take_next(moderator) is None
    assert take_next(other) == pending
    for name, args in (("pending", []), ("comment", [pending.pk])):
        page = client.get(reverse(f"comments:{name}", args=args)).content.decode()
        assert "superuser" in page


def test_another_moderator_can_take_it_over(client, pending, moderator, other):
    take(pending, other)
    client.post(reverse("comments:take", args=[pending.pk]))
    assert again(pending).taken_by == moderator


def test_taken_comment_is_free_again_after_a_while(pending, moderator, other):
    take(pending, other)
    PublicComment.objects.update(assigned_at=timezone.now() - TAKEN_FOR - timedelta(seconds=1))
    assert again(pending).taken_by is None
    assert take_next(moderator) == pending


def test_only_what_waits_is_taken(published, moderator):
    take(published, moderator)
    assert again(published).assigned_to is None


def test_longest_wait_is_taken_first(client, post, moderator):
    for hours in (1, 4, 2):
        since = timezone.now() - timedelta(hours=hours)
        make_comment(post, f"{hours} hours", "pending", confirmed_at=since)
    response = client.post(reverse("comments:next"))
    assert again(take_next(moderator)).comment == "4 hours"
    assert response.url == reverse("comments:comment", args=[take_next(moderator).pk])
