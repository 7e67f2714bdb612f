"""What reaches the mail server."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mailing.message import build
from mailing.models import Delivery, Notification
from tests.mailing.conftest import CONTEXT

pytestmark = pytest.mark.django_db


def test_mail_has_our_headers_and_both_parts(mail_server, post_one, send):
    delivery = post_one()
    send()
    [message] = mail_server.messages
    assert message["To"] == "ada@example.org"
    assert message["Subject"] == "About “Tea & <scones>”"
    assert message["Message-ID"] == delivery.message_id
    assert delivery.message_id.endswith("@localhost>")
    assert message["Auto-Submitted"] == "auto-generated"
    assert message["X-Auto-Response-Suppress"] == "All"
    assert message["Date"]
    assert "List-Unsubscribe" not in message
    assert [part.get_content_type() for part in message.iter_parts()] == ["text/plain", "text/html"]
    text = message.get_body(("plain",)).get_content()
    assert "“Tea & <scones>”" in text
    assert len(mail_server.mails[0][1]) < 30_000


def test_who_can_unsubscribe_can_do_so_with_one_click(kind, mail_server, post_one, send):
    kind(personal=("unsubscribe_url",))
    for name in ("ada", "bob"):
        url = f"https://policy.example.org/mute/{name}/"
        post_one(to=f"{name}@example.org", personal={"unsubscribe_url": url})
    send()
    for message in mail_server.messages:
        url = f"https://policy.example.org/mute/{message['To'].split('@')[0]}/"
        assert message["List-Unsubscribe"] == f"<{url}>"
        assert message["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
        for part in message.iter_parts():
            assert url in part.get_content()
    assert len(mail_server.messages) == 2


def test_long_lines_and_lines_with_a_dot_arrive_as_they_are(mail_server, post_one, send):
    words = f".\n..\nFrom me\n{'Łódź ' * 400}end"
    post_one(context={**CONTEXT, "words": words})
    send()
    [message] = mail_server.messages
    assert max(map(len, mail_server.mails[0][1].split(b"\r\n"))) <= 998
    quoted = [
        line.removeprefix("> ")
        for line in message.get_body(("plain",)).get_content().splitlines()
        if line.startswith("> ")
    ]
    assert "\n".join(quoted) == words


@settings(deadline=None)
@given(st.text(alphabet=st.characters(exclude_categories=["Cs"])))
def test_no_subject_makes_another_header(subject):
    subject = " ".join(subject.split())
    notification = Notification(
        kind="notice", subject=subject, text="Bcc: bob@example.org", html="<p>One</p>"
    )
    message = build(
        Delivery(notification=notification, address="ada@example.org", message_id="<1@a.org>"), None
    )
    headers = {
        "Content-Type",
        "MIME-Version",
        "Subject",
        "From",
        "To",
        "Date",
        "Message-ID",
        "Auto-Submitted",
        "X-Auto-Response-Suppress",
    }
    assert set(message.message().keys()) == headers
