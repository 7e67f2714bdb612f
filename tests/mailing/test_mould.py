"""A mail that is filled in says what one made for its recipient alone would say."""

import email
from email import policy

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from mailing.frozen import placeholder
from mailing.message import build
from mailing.models import Delivery, Notification
from mailing.mould import Mould

TEXT = st.text(alphabet=st.characters(exclude_categories=["Cs"]))
# Long enough for its lines to be broken, with holes anywhere.
BODY = st.lists(st.one_of(TEXT, st.text("=. \t\nab", min_size=60), st.just(placeholder("url"))))


def delivery(text="One", html="<p>One</p>", subject="Two", to="ada@example.org", **personal):
    notification = Notification(kind="notice", subject=subject, text=text, html=html)
    return Delivery(
        notification=notification, address=to, personal=personal, message_id="<1@example.org>"
    )


def filled_in(mail):
    return Mould(mail.notification).fill(mail)


def lines(content):
    return content.replace("\r\n", "\n").replace("\r", "\n").removesuffix("\n")


def said(raw):
    """Headers and parts of a mail, as its reader's program takes them apart."""
    message = email.message_from_bytes(raw, policy=policy.default)
    assert not message.defects
    headers = {
        name.lower(): str(value)
        for name, value in message.items()
        if name not in ("Date", "Content-Type", "Content-Transfer-Encoding")
    }
    parts = [
        (part.get_content_type(), lines(part.get_payload(decode=True).decode()))
        for part in message.walk()
        if not part.is_multipart()
    ]
    return headers, parts


@settings(deadline=None)
@given(BODY, BODY, TEXT, TEXT)
@example(["a" * 74, placeholder("url"), "b" * 200], [], "", "c" * 75)
@example([".", placeholder("url"), "\n.\n", "--=_next-part--"], ["<p>"], "One", "é" * 30 + "\n.\n")
@example([placeholder("url")] * 2, [placeholder("other")], "Ünï", "<b>&\r\n")
def test_it_says_the_same_as_a_mail_made_for_one(text, html, subject, value):
    mail = delivery("One." + "".join(text), "".join(html), " ".join(subject.split()), url=value)
    whole = build(mail, None).message().as_bytes(linesep="\r\n")
    assert said(filled_in(mail)) == said(whole)


@settings(deadline=None)
@given(BODY, TEXT)
@example(["a" * 75, placeholder("url")], "b" * 75)
def test_it_is_ascii_in_lines_that_every_server_takes(text, value):
    raw = filled_in(delivery("".join(text), url=value))
    assert raw.isascii()
    body = raw.partition(b"\r\n\r\n")[2]
    assert max(map(len, body.split(b"\r\n"))) <= 78
    assert b"\n" not in raw.replace(b"\r\n", b"")


def test_each_recipient_gets_their_own_from_one_mould():
    one = delivery(text=f"Go to {placeholder('url')}.", url="https://a.org/1")
    other = Delivery(
        notification=one.notification,
        address="bob@bücher.example",
        personal={"url": "https://a.org/2"},
        message_id="<2@example.org>",
    )
    mould = Mould(one.notification)
    for mail, to in ((one, "ada@example.org"), (other, "bob@xn--bcher-kva.example")):
        headers, parts = said(mould.fill(mail))
        assert headers["to"] == to
        assert headers["message-id"] == mail.message_id
        assert parts[0][1] == f"Go to {mail.personal['url']}."


@pytest.mark.parametrize("bad", ["\r\nBcc: eve@example.org", "\n", "\x00", "\u2028", "\x0b"])
@pytest.mark.parametrize("where", ["to", "unsubscribe_url"])
def test_no_value_makes_another_header(bad, where):
    with pytest.raises(ValueError, match=r"header|address"):
        filled_in(delivery(**{where: f"https://a.org/{bad}"}))


def test_address_of_320_characters_fits():
    to = f"{'a' * 64}@{'.'.join(['b' * 63] * 3)}.{'c' * 60}.org"
    assert said(filled_in(delivery(to=to)))[0]["to"] == to
