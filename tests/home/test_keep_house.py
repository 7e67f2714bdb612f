"""What falls due is done, each job by itself."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import Group
from django.core.management import CommandError, call_command
from django.utils import timezone

from discussion.models import PublicComment
from tests.factories import make_comment, make_post


@pytest.fixture
def forgotten(home):
    """A comment that nobody confirmed for eight days."""
    long_ago = timezone.now() - timedelta(days=8)
    return make_comment(make_post(), state="unconfirmed", submit_date=long_ago)


@pytest.fixture
def moderator(home, django_user_model):
    user = django_user_model.objects.create_user("moderator", "moderator@example.org")
    user.groups.add(Group.objects.get(name="Moderators"))


@pytest.mark.usefixtures("moderator", "forgotten")
def test_what_falls_due_is_done():
    call_command("keep_house")
    assert not PublicComment.objects.exists()


@pytest.mark.usefixtures("forgotten")
def test_a_job_that_fails_is_named_and_the_others_are_done():
    with pytest.raises(CommandError, match=r"Not done: mail_moderators\."):
        call_command("keep_house")
    assert not PublicComment.objects.exists()
