"""Mail that Django and what is built on it send waits in the outbox like any other."""

import pytest
from django.core import mail
from django.core.exceptions import ValidationError
from django.db import transaction

from mailing.models import Delivery

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _as_in_use(settings):
    settings.EMAIL_BACKEND = "mailing.backend.OutboxBackend"


def test_message_waits_and_then_arrives_as_it_was_written(mail_server, send):
    html = "<p>One &amp; two</p>"
    mail.send_mail("title", "One & two", None, ["ada@example.org"], html_message=html)
    assert mail_server.messages == []
    send()
    [message] = mail_server.messages
    assert (message["To"], message["Subject"]) == ("ada@example.org", "title")
    assert message.get_body(("plain",)).get_content().strip() == "One & two"
    assert message.get_body(("html",)).get_content().strip() == html
    assert message["Auto-Submitted"] == "auto-generated"


def test_text_alone_stays_text_alone(mail_server, send):
    mail.send_mail("Title", "Words", None, ["ada@example.org"])
    send()
    assert mail_server.messages[0].get_content_type() == "text/plain"


def test_each_recipient_gets_a_mail_of_their_own_and_each_once(mail_server, send):
    to = ["ada@example.org", "bob@example.org", "ada@example.org"]
    mail.send_mail("Title", "Words", None, to)
    send()
    assert sorted(message["To"] for message in mail_server.messages) == to[:2]


def test_same_words_twice_are_two_mails(mail_server, send):
    for _ in range(2):
        mail.send_mail("Title", "Words", None, ["ada@example.org"])
    send()
    assert len(mail_server.messages) == 2


def test_mail_about_what_was_rolled_back_is_never_sent():
    with transaction.atomic():
        mail.send_mail("Title", "Words", None, ["ada@example.org"])
        transaction.set_rollback(True)
    assert not Delivery.objects.exists()


def test_nothing_is_written_where_one_recipient_can_not_be(settings):
    with pytest.raises(ValidationError):
        mail.send_mail("Title", "Words", None, ["ada@example.org", "nobody"])
    assert not Delivery.objects.exists()


def test_attachment_is_refused_rather_than_lost():
    message = mail.EmailMessage("Title", "Words", None, ["ada@example.org"])
    message.attach("a.txt", "Lost?", "text/plain")
    with pytest.raises(ValueError, match="no attachments"):
        message.send()
