"""What nobody confirmed is deleted after a week, with the address in it, and nothing else is."""

from datetime import timedelta

import pytest
from django.core.management import call_command
from django.utils import timezone

from discussion.models import State
from tests.factories import make_comment


@pytest.fixture
def old():
    return timezone.now() - timedelta(days=7, minutes=1)


def test_unconfirmed_comments_are_deleted_after_a_week(post, comments, old):
    for number in range(3):
        make_comment(post, f"{number}", state="unconfirmed", submit_date=old)
    fresh = make_comment(post, state="unconfirmed")
    call_command("purge_comments", verbosity=0)
    assert list(comments) == [fresh]


@pytest.mark.parametrize("state", [state for state in State if state != State.UNCONFIRMED])
def test_confirmed_comments_stay(post, comments, old, state):
    make_comment(post, state=state, submit_date=old)
    call_command("purge_comments", verbosity=0)
    assert comments.count() == 1


def test_more_than_a_batch_is_deleted(post, comments, old, monkeypatch):
    monkeypatch.setattr("discussion.management.commands.purge_comments.AT_ONCE", 2)
    for number in range(5):
        make_comment(post, f"{number}", state="unconfirmed", submit_date=old)
    call_command("purge_comments", verbosity=0)
    assert not comments.exists()


def test_dry_run_deletes_nothing_and_says_how_many(post, comments, old, capsys):
    make_comment(post, state="unconfirmed", submit_date=old)
    call_command("purge_comments", dry_run=True)
    assert "Would delete 1" in capsys.readouterr().out
    assert comments.count() == 1
