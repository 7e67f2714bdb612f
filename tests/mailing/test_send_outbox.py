"""What `manage.py send_outbox` says and does beside sending."""

import signal
from io import StringIO

import pytest
from django.core.management import call_command

from mailing.models import Delivery, State
from mailing.pace import Pace
from mailing.sender import Sender
from mailing.watch import AFTER_TROUBLE, BETWEEN_LOOKS, Watch

pytestmark = pytest.mark.django_db


def say(*arguments, **options):
    out = StringIO()
    call_command("send_outbox", *arguments, stdout=out, **options)
    return out.getvalue().splitlines()


def test_dry_run_names_what_is_due_without_sending(post_one, mailoutbox):
    post_one()
    assert say("--dry-run") == ["notice a•••@example.org"]
    assert mailoutbox == []
    assert Delivery.objects.get().state == State.QUEUED


def test_it_says_what_became_of_the_mails(post_one, mail_server):
    post_one("refused", to="nobody@example.org")
    post_one("put off")
    post_one("good")
    mail_server.answers = ["451 Come again"]
    assert say() == ["Waiting: 1. Sent: 1. Failed: 1."]
    assert say() == ["Nothing waits."]


def test_quiet_run_says_nothing(post_one, mailoutbox):
    post_one()
    assert say(verbosity=0) == []


def test_signals_mean_what_they_did_when_it_has_ended(mailoutbox):
    before = signal.getsignal(signal.SIGTERM)
    say()
    assert signal.getsignal(signal.SIGTERM) == before


def test_worker_sends_what_was_posted_since_its_last_look(post_one, mailoutbox):
    watch = Watch(Sender())
    watch.look()
    post_one()
    assert watch.look() == BETWEEN_LOOKS
    assert len(mailoutbox) == 1


def test_worker_waits_longer_for_a_server_that_is_away(smtp, post_one):
    post_one()
    assert Watch(Sender()).look() == AFTER_TROUBLE


def test_worker_ends_with_the_process_that_started_it(monkeypatch):
    watch = Watch(Sender())
    assert watch.goes_on()
    monkeypatch.setattr("os.getppid", lambda: 1)
    watch.run()
    assert not watch.goes_on()


def test_pace_spreads_mails_over_the_second(monkeypatch):
    rests, now = [], [100.0]

    def rest(seconds):
        rests.append(seconds)
        now[0] += seconds

    monkeypatch.setattr("mailing.pace.monotonic", lambda: now[0])
    monkeypatch.setattr("mailing.pace.sleep", rest)
    pace = Pace(4)
    for _ in range(3):
        pace.wait()
    now[0] += 60
    pace.wait()
    pace.wait()
    assert rests == [0, 0.25, 0.25, 0, 0.25]


def test_no_pace_is_no_rest(monkeypatch):
    monkeypatch.setattr("mailing.pace.sleep", lambda seconds: seconds and pytest.fail("rested"))
    pace = Pace(0)
    for _ in range(3):
        pace.wait()
