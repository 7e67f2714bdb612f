"""Mails that very many get the like of share their words, and are told apart by their causes."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from mailing.models import Delivery, Notification
from mailing.outbox import mail
from tests.mailing.conftest import CONTEXT

pytestmark = pytest.mark.django_db

ADA, BOB = "ada@example.org", "bob@example.org"


def post_alike(cause, to=ADA, context=CONTEXT, personal=None):
    mail("notice", cause, to, context, personal or {}).post()


def test_words_are_written_down_once(send, mailoutbox):
    for number in range(3):
        post_alike(f"comment-{number}", to=f"person{number}@example.org")
    send()
    assert Notification.objects.count() == 1
    assert {message.subject for message in mailoutbox} == {"About “Tea & <scones>”"}
    assert len(mailoutbox) == 3


def test_one_address_gets_a_mail_for_each_cause(send, mailoutbox):
    post_alike("comment-1")
    post_alike("comment-2")
    send()
    assert [message.to for message in mailoutbox] == [[ADA], [ADA]]


def test_cause_is_posted_once_to_an_address():
    post_alike("comment-1")
    post_alike("comment-1", to=BOB)
    with pytest.raises(IntegrityError), transaction.atomic():
        post_alike("comment-1")
    assert Delivery.objects.count() == 2


def test_who_is_told_something_else_gets_other_words(send, mailoutbox):
    post_alike("comment-1")
    post_alike("comment-2", context={**CONTEXT, "title": "Something else"})
    send()
    assert [message.subject for message in mailoutbox] == [
        "About “Tea & <scones>”",
        "About “Something else”",
    ]


def test_personal_values_are_each_ones_own(kind, send, mailoutbox):
    kind(personal=("unsubscribe_url",))
    for name in ("a", "b"):
        post_alike(
            name, f"{name}@example.org", personal={"unsubscribe_url": f"https://x.org/{name}"}
        )
    send()
    headers = [message.extra_headers["List-Unsubscribe"] for message in mailoutbox]
    assert headers == ["<https://x.org/a>", "<https://x.org/b>"]


def test_words_are_a_days(monkeypatch):
    post_alike("comment-1")
    tomorrow = timezone.localdate() + timedelta(days=1)
    monkeypatch.setattr("django.utils.timezone.localdate", lambda: tomorrow)
    post_alike("comment-2")
    assert Notification.objects.count() == 2


def test_words_that_were_blanked_are_written_down_anew(send, mailoutbox):
    post_alike("comment-1")
    Notification.objects.update(text="", html="")
    post_alike("comment-2")
    send()
    assert "scones" in mailoutbox[-1].body
    assert Notification.objects.count() == 1


def test_what_two_put_together_in_one_moment_is_written_down_once():
    mails = [mail("notice", f"comment-{number}", ADA, CONTEXT, {}) for number in range(2)]
    for each in mails:
        each.post()
    assert Notification.objects.count() == 1
    assert Delivery.objects.count() == 2


def test_only_plain_values_say_all_that_a_mail_says():
    with pytest.raises(TypeError):
        post_alike("comment-1", context={**CONTEXT, "title": object()})


def test_queries_are_few(django_assert_num_queries):
    post_alike("warm")
    with django_assert_num_queries(2):
        post_alike("comment-1")
