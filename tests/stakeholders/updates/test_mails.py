"""The mails in which stakeholders hear of what is new."""

from datetime import date

import html5lib
import pytest
from django.core import mail
from django.core.management import call_command

from mailing.frozen import render
from mailing.kinds import KINDS
from mailing.models import Delivery, Notification, State
from stakeholders.lifecycle import leave, pause
from stakeholders.models import Frequency, Stakeholder, Subscription, Update
from stakeholders.updates.kinds import news_of
from stakeholders.updates.mails import UPDATES, as_seen, context_of, mail_test
from stakeholders.updates.telling import tell
from tests.factories import make_proposal, make_stakeholder

pytestmark = pytest.mark.usefixtures("clock")


@pytest.fixture
def ada(strand):
    return make_stakeholder(strands=[strand], frequency=Frequency.AT_ONCE)


def send():
    call_command("send_outbox", verbosity=0)
    return mail.outbox


def as_digest(*updates):
    """(subject, text, HTML) of a mail that tells `updates`."""
    return render(KINDS[UPDATES], context_of(list(updates))).values()


def written(title="Tea & cake", **fields):
    fields = {"summary": "One <b>.\n\nTwo.", "url": "https://a.org/?a=1&b=2"} | fields
    return Update(kind="post", title=title, **fields)


def test_mail_says_what_is_new_where_it_is_and_how_to_leave(ada, tell_of):
    tell_of("A new post")
    [message] = send()
    assert message.subject == "New post: A new post"
    html = message.alternatives[0].content
    for words in ("About A new post.", "Read “A new post”", "/blog/a-new-post/", "you signed up"):
        assert words in message.body
        assert words in html
    for page in ("/stakeholders/enter/", "/stakeholders/unsubscribe/"):
        assert page in message.body
        assert page in html


def test_mail_is_one_of_a_list_and_is_left_in_one_click(ada, tell_of):
    tell_of()
    [message] = send()
    assert message.extra_headers["List-Id"] == "<updates.localhost>"
    assert message.extra_headers["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    link = message.extra_headers["List-Unsubscribe"].strip("<>")
    assert link in message.body


def test_one_click_on_the_link_ends_all_mails(ada, tell_of, client, strand):
    tell_of("One")
    [message] = send()
    link = message.extra_headers["List-Unsubscribe"].strip("<>")
    client.post(link.removeprefix("http://localhost"), {"List-Unsubscribe": "One-Click"})
    assert not Stakeholder.objects.reachable().exists()
    tell_of("Two")
    assert len(send()) == 1


def test_link_in_an_old_mail_holds_when_the_key_has_changed(ada, tell_of, client, settings):
    tell_of()
    [message] = send()
    link = message.extra_headers["List-Unsubscribe"].strip("<>").removeprefix("http://localhost")
    settings.SECRET_KEY_FALLBACKS = [settings.SECRET_KEY]
    settings.SECRET_KEY = "another"
    client.post(link)
    assert not Stakeholder.objects.reachable().exists()


@pytest.mark.parametrize(
    "change",
    [
        lambda ada: leave(ada, "test"),
        lambda ada: pause(ada, "test"),
        lambda ada: Stakeholder.objects.update(wants_updates=False),
        lambda ada: Subscription.objects.all().delete(),
    ],
)
def test_who_has_changed_their_mind_just_before_gets_nothing(ada, tell_of, change):
    tell_of()
    change(ada)
    assert send() == []
    assert Delivery.objects.get().state == State.CANCELLED


def test_follower_of_a_page_and_of_everything_still_want_it(home, news, tell_of):
    post = news("One").page
    make_stakeholder(pages=[post], frequency=Frequency.AT_ONCE)
    make_stakeholder("bob@example.org", follows_all=True, frequency=Frequency.AT_ONCE)
    tell(news_of(post)[0], "Words.")
    assert sorted(message.to[0] for message in send()) == ["ada@example.org", "bob@example.org"]


def test_digest_has_a_part_for_each_update(home):
    subject, text, html = as_digest(written("One"), written("Two", closes=date(2026, 12, 1)))
    assert subject == "2 updates, the latest: One"
    parts = html5lib.parse(html, namespaceHTMLElements=False)
    assert [part.text for part in parts.iter("h2")] == ["New post: One", "New post: Two"]
    assert text.count("https://a.org/?a=1&b=2") == 2
    assert "Comments are open until 1 December 2026: 6 days to go." in text


@pytest.mark.parametrize(
    ("closes", "words"),
    [
        (None, None),
        (date(2026, 11, 24), None),
        (date(2026, 11, 25), "until 25 November 2026, today."),
        (date(2026, 11, 26), "until 26 November 2026: 1 day to go."),
    ],
)
def test_mail_says_how_many_days_are_left(home, closes, words):
    text = as_seen(written(closes=closes))["text"]
    assert ("Comments are open" in text) == bool(words)
    assert not words or words in text


def test_text_is_plain_and_html_is_escaped(home):
    mail = as_seen(written())
    assert "Tea & cake" in mail["text"]
    assert "One <b>." in mail["text"]
    assert "Tea &amp; cake" in mail["html"]
    assert "One &lt;b&gt;." in mail["html"]


def test_thirty_updates_of_full_length_fit_into_30_kilobytes(home):
    _, text, html = as_digest(*[written("T" * 80, summary="s" * 600) for _ in range(30)])
    assert len(text.encode()) < 30_000
    assert len(html.encode()) < 30_000


def test_test_mail_signs_in_nobody_and_unsubscribes_nobody(ada, client):
    mail_test(written(), "editor@example.org")
    [message] = send()
    assert message.subject.startswith("Test: ")
    link = message.extra_headers["List-Unsubscribe"].strip("<>").removeprefix("http://localhost")
    assert client.post(link).status_code == 404
    assert Stakeholder.objects.reachable().count() == 1


def test_text_is_frozen_when_it_is_first_posted(ada, tell_of):
    update = tell_of("One")
    Update.objects.filter(pk=update.pk).update(summary="Changed.")
    assert "About One." in Notification.objects.get().text


def test_closing_proposal_is_told_with_its_last_day(ada, strand):
    make_proposal("A proposal", closes=date(2026, 11, 30), opens=date(2026, 11, 1))
    call_command("tell_subscribers", verbosity=0)
    [message] = send()
    assert message.subject == "Closing soon: A proposal"
    assert "until 30 November 2026: 5 days to go" in message.body


def test_summary_keeps_its_paragraphs(home):
    mail = as_seen(written(summary="One.\r\n\r\nTwo,\r\nthree."))
    assert "One.\n\nTwo,\nthree.\n" in mail["text"]
    assert "<p>One.</p>\n\n<p>Two,<br>three.</p>" in mail["html"]


def test_mail_says_that_to_leave_takes_answers_out(home):
    assert "no longer counted" in as_seen(written())["text"]
