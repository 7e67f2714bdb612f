"""Every mail is sent, or is known not to be, whatever the mail server does."""

from datetime import timedelta

import pytest
from django.core.management import CommandError
from django.utils import timezone

from mailing.models import Delivery, State
from tests.mailing.conftest import CONTEXT

pytestmark = pytest.mark.django_db


def left():
    """The state of each delivery, by the cause of its mail."""
    return dict(Delivery.objects.values_list("notification__key", "state"))


def make_due():
    Delivery.objects.update(next_attempt_at=timezone.now())


def test_mails_leave_over_one_connection(mail_server, post_one, send):
    for n in range(5):
        post_one(f"{n}")
    send()
    assert len(mail_server.mails) == 5
    assert mail_server.sessions == 1
    assert set(left().values()) == {State.SENT}
    assert Delivery.objects.filter(ended_at=None).count() == 0


def test_mails_leave_through_a_server_that_wants_each_step_alone(mail_server, post_one, send):
    mail_server.offers = []
    post_one("refused", to="nobody@example.org")
    post_one("spam")
    post_one("good", context={**CONTEXT, "words": ".\n.."})
    mail_server.answers = ["554 Looks like spam"]
    send()
    assert left() == {"refused": State.FAILED, "spam": State.FAILED, "good": State.SENT}
    assert "\r\n> .\r\n> ..\r\n" in mail_server.messages[0].get_body(("plain",)).get_content()


def test_mail_that_is_put_off_is_tried_again_ever_later_and_then_fails(mail_server, post_one, send):
    post_one()
    mail_server.answers = ["451 Come again, ada@example.org"] * 5
    pauses = []
    for _ in range(4):
        make_due()
        send()
        delivery = Delivery.objects.get()
        assert delivery.state == State.QUEUED
        assert delivery.answer == "451 Come again, [address]"
        pauses.append(round((delivery.next_attempt_at - timezone.now()) / timedelta(minutes=1)))
    assert pauses == [1, 5, 60, 360]
    make_due()
    send()
    assert left() == {"one": State.FAILED}


def test_mail_that_is_put_off_is_not_tried_before_its_time(mail_server, post_one, send):
    post_one()
    mail_server.answers = ["451 Come again"]
    send()
    send()
    assert mail_server.mails == []
    make_due()
    send()
    assert left() == {"one": State.SENT}


def test_mail_that_is_refused_fails_at_once_and_the_others_leave(mail_server, post_one, send):
    post_one("refused", to="nobody@example.org")
    post_one("spam")
    post_one("good")
    mail_server.answers = ["554 Looks like spam"]
    send()
    assert left() == {"refused": State.FAILED, "spam": State.FAILED, "good": State.SENT}
    answers = Delivery.objects.exclude(answer="").values_list("answer", flat=True)
    assert set(answers) == {"550 5.1.1 <[address]> is unknown here", "554 Looks like spam"}


def test_server_that_is_away_counts_for_no_mail(smtp, post_one, send):
    for n in range(3):
        post_one(f"{n}")
    with pytest.raises(CommandError, match="server is away"):
        send()
    rows = Delivery.objects.filter(state=State.QUEUED, attempts=0, claim=None, next_attempt_at=None)
    assert rows.count() == 3


def test_mail_leaves_when_the_server_is_back(mail_server, settings, post_one, send):
    port, settings.EMAIL_PORT = settings.EMAIL_PORT, 1
    post_one()
    with pytest.raises(CommandError):
        send()
    settings.EMAIL_PORT = port
    send()
    assert left() == {"one": State.SENT}


def test_server_that_hangs_up_loses_nothing(mail_server, post_one, send):
    for n in range(3):
        post_one(f"{n}")
    mail_server.answers = ["250 OK", ""]
    send()
    assert left() == {"0": State.SENT, "1": State.QUEUED, "2": State.SENT}
    assert mail_server.sessions == 2
    make_due()
    send()
    assert set(left().values()) == {State.SENT}


def test_server_that_does_not_answer_in_time_is_asked_again_later(
    mail_server, settings, post_one, send
):
    settings.EMAIL_TIMEOUT = 0.2
    mail_server.holds = True
    post_one()
    send()
    delivery = Delivery.objects.get()
    assert delivery.state == State.QUEUED
    assert delivery.attempts == 1
    assert delivery.next_attempt_at > timezone.now()


def test_refused_sender_is_our_mistake_and_fails_no_mail(mail_server, post_one, send):
    mail_server.to_senders = "550 Not from you"
    post_one()
    send()
    delivery = Delivery.objects.get()
    assert delivery.state == State.QUEUED
    assert delivery.answer == "550 Not from you"


def test_mail_that_is_no_longer_wanted_is_cancelled(kind, mail_server, post_one, send):
    kind(still_wanted=lambda delivery: delivery.notification.key != "withdrawn")
    post_one("withdrawn")
    post_one("other")
    send()
    assert left() == {"withdrawn": State.CANCELLED, "other": State.SENT}
    assert len(mail_server.mails) == 1


def test_broken_mail_holds_up_no_other(kind, mail_server, post_one, send):
    kind(still_wanted=lambda delivery: delivery.notification.key != "broken" or 1 / 0)
    post_one("broken")
    post_one("other")
    send()
    assert left() == {"broken": State.QUEUED, "other": State.SENT}
    assert "the log says" in Delivery.objects.get(notification__key="broken").answer


def test_log_has_no_address(mail_server, post_one, send, caplog):
    post_one(to="nobody@example.org")
    send()
    ours = [record.getMessage() for record in caplog.records if record.name == "mailing.sender"]
    assert "550" in ours[0]
    assert "nobody" not in "".join(ours)


def test_queries_for_each_mail_are_constant(
    mail_server, post_one, send, django_assert_max_num_queries, django_assert_num_queries
):
    def post_and_send(number):
        for n in range(number):
            post_one(f"{number}-{n}")

    post_and_send(1)
    with django_assert_max_num_queries(30) as one:
        send()
    post_and_send(11)
    # Each is written down as sent with the beginning of the next.
    with django_assert_num_queries(len(one) + 10):
        send()
