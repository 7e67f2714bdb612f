"""What falls due is done, each job by itself."""

import subprocess
import sys
from datetime import timedelta
from pathlib import Path

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


WATCHER = """
from home.management.commands.keep_house import each_minute
for _ in each_minute():
    print("done", flush=True)
"""
PARENT = """
import subprocess, sys
subprocess.Popen([sys.executable, "-c", sys.argv[1]])
sys.stdin.read()
"""


def test_watch_begins_at_once_and_ends_with_the_process_that_started_it():
    parent = subprocess.Popen(
        [sys.executable, "-c", PARENT, WATCHER],
        env={"PYTHONPATH": str(Path(__file__).resolve().parents[2] / "site")},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert parent.stdout.readline() == "done\n"
    parent.stdin.close()
    parent.wait(timeout=30)
    # Ends when the last that can write to it has ended: the watcher.
    assert parent.stdout.read() == ""
