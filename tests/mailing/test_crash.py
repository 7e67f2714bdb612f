"""A sender that is killed in the midst of a mail loses none, and sends at most that one twice."""

import os
import signal
import subprocess
import sys
from datetime import timedelta
from pathlib import Path

import pytest
from django.db import connection
from django.utils import timezone

from mailing.models import Delivery, State
from mailing.outbox import post_to_many
from tests.mailing.conftest import CONTEXT

ROOT = Path(__file__).resolve().parents[2]
SENDER = """
import sys, django
django.setup()
from django.core.management import call_command
from mailing.kinds import Kind, register
register(Kind("notice", "notice.html"))
call_command("send_outbox", *sys.argv[1:])
"""
PEOPLE = [f"person{n}@example.org" for n in range(5)]


def database_url():
    """The address of the tests' own database."""
    database = connection.settings_dict
    if connection.vendor == "sqlite":
        return f"sqlite:///{database['NAME']}"
    place = "{USER}:{PASSWORD}@{HOST}:{PORT}/{NAME}".format(**database)
    return f"postgres://{place}"


@pytest.fixture
def other_sender(committed_db, settings, tmp_path):
    """Starts `send_outbox` in a process of its own, on this database and mail server."""
    started = []
    environment = {
        **os.environ,
        "DATA_DIR": str(tmp_path),
        "DATABASE_URL": database_url(),
        "DJANGO_SETTINGS_MODULE": "config.settings.production",
        "SECRET_KEY": "for-tests-only",
        "ADDRESS_KEY": "for-tests-too",
        "ALLOWED_HOSTS": "localhost",
        "SITE_URL": "http://localhost",
        "EMAIL_URL": f"smtp://127.0.0.1:{settings.EMAIL_PORT}",
        "DEFAULT_FROM_EMAIL": "policy@example.org",
        "PYTHONPATH": f"{ROOT}:{ROOT / 'site'}",
    }

    def start(*arguments):
        command = [sys.executable, "-c", SENDER, *arguments]
        started.append(subprocess.Popen(command, env=environment, cwd=ROOT))
        return started[-1]

    yield start
    for process in started:
        process.kill()
        process.wait()


@pytest.fixture
def mail_server(committed_db, mail_server):
    mail_server.holds = True
    return mail_server


def post_to_all(post_one):
    for address in PEOPLE:
        post_one(to=address)


def kill_amidst_a_mail(mail_server, process):
    assert mail_server.has_one.wait(timeout=60)
    process.send_signal(signal.SIGKILL)
    process.wait(timeout=30)
    mail_server.holds = False
    mail_server.let_go.set()


def end_leases():
    Delivery.objects.exclude(claim=None).update(claimed_until=timezone.now() - timedelta(seconds=1))


def test_sender_killed_after_the_server_took_the_mail_sends_that_one_twice_at_most(
    mail_server, other_sender, post_one, send
):
    post_to_all(post_one)
    kill_amidst_a_mail(mail_server, other_sender())
    send()
    assert len(mail_server.mails) == 1, "the lease had not ended"

    end_leases()
    send()
    assert set(mail_server.taken) == set(PEOPLE)
    assert sorted(mail_server.taken.values()) == [1, 1, 1, 1, 2]
    assert len({message["Message-ID"] for message in mail_server.messages}) == len(PEOPLE)
    assert set(Delivery.objects.values_list("state", flat=True)) == {State.SENT}


def test_sender_killed_before_the_server_took_the_mail_sends_it_once(
    mail_server, other_sender, post_one, send
):
    post_to_all(post_one)
    mail_server.answers = ["451 Not yet"]
    kill_amidst_a_mail(mail_server, other_sender())
    end_leases()
    send()
    assert mail_server.taken == dict.fromkeys(PEOPLE, 1)


def test_mail_that_may_have_left_is_not_repeated_where_its_kind_says_so(
    mail_server, other_sender, post_one, send, kind
):
    kind(parked_after_crash=True)
    post_to_all(post_one)
    kill_amidst_a_mail(mail_server, other_sender())
    end_leases()
    send()
    assert mail_server.taken == dict.fromkeys(PEOPLE, 1)
    assert Delivery.objects.filter(state=State.UNKNOWN).count() == 1


def test_five_kills_among_two_thousand_mails_lose_none_and_repeat_five_at_most(
    mail_server, other_sender, send
):
    people = [f"person{n}@example.org" for n in range(2000)]
    post_to_many("notice", "one", ((address, {}) for address in people), CONTEXT)
    mail_server.holds = False
    for kill in range(1, 6):
        process = other_sender("--watch")
        mail_server.wait_for(300 * kill)
        process.kill()
        process.wait(timeout=30)
        end_leases()
    send()
    assert set(mail_server.taken) == set(people)
    assert len(mail_server.mails) <= len(people) + 5
    assert set(Delivery.objects.values_list("state", flat=True)) == {State.SENT}


def test_worker_told_to_end_finishes_its_mail_and_gives_back_the_rest(
    mail_server, other_sender, post_one
):
    post_to_all(post_one)
    worker = other_sender("--watch")
    assert mail_server.has_one.wait(timeout=60)
    worker.terminate()
    mail_server.let_go.set()
    assert worker.wait(timeout=30) == 0
    states = Delivery.objects.order_by("pk").values_list("state", flat=True)
    assert list(states) == [State.SENT] + [State.QUEUED] * 4
