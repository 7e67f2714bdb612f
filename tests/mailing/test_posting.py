"""What is posted is written once, in the transaction that caused it."""

import pytest
from django.core.exceptions import ValidationError
from django.db import transaction
from hypothesis import example, given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from mailing import kinds
from mailing.models import Delivery, Notification
from mailing.outbox import post, post_to_many
from tests.mailing.conftest import CONTEXT

pytestmark = pytest.mark.django_db


def test_same_cause_is_never_mailed_twice(post_one, send, mailoutbox):
    first = post_one()
    send()
    assert post_one(context={**CONTEXT, "title": "Something else"}) == first
    send()
    [mail] = mailoutbox
    assert mail.subject == "About “Tea & <scones>”"


def test_each_recipient_of_a_cause_gets_one_mail_that_says_the_same(post_one):
    for address in ("ada@example.org", "bob@example.org"):
        post_one(to=address)
    assert Notification.objects.count() == 1
    assert Delivery.objects.count() == 2


def test_another_cause_is_another_mail(post_one):
    assert post_one("one") != post_one("two")


def test_transaction_that_is_rolled_back_leaves_no_mail(post_one):
    with transaction.atomic():
        post_one()
        transaction.set_rollback(True)
    assert not Notification.objects.exists()
    assert not Delivery.objects.exists()


def test_refused_address_leaves_the_transaction_whole(post_one):
    with transaction.atomic():
        with pytest.raises(ValidationError):
            post_one(to="ada@example.org\nBcc: bob@example.org")
        post_one()
    assert Delivery.objects.count() == 1


@pytest.mark.parametrize(
    "address",
    [
        "",
        "ada",
        "ada@example.org\r\nBcc: bob@example.org",
        "ada@example.org\x00",
        "ada@example.org, bob@example.org",
        "Ada <ada@example.org>",
        '"\x0b"@example.org',
        "adá@example.org",
        "\ud800@example.org",
        "a@b\u2028.org",
        "a" * 309 + "@example.org",
    ],
)
def test_what_is_no_address_is_refused(post_one, address):
    with pytest.raises(ValidationError):
        post_one(to=address)


@pytest.mark.parametrize(
    "address", ["o'brien+x@example.org", "ada@bücher.example", "a@[127.0.0.1]"]
)
def test_unusual_addresses_are_taken(post_one, address):
    assert post_one(to=address).address == address


def people(number):
    return ((f"person{n}@example.org", {}) for n in range(number))


def test_many_get_one_mail_each_however_often_it_is_posted(monkeypatch):
    monkeypatch.setattr("mailing.outbox.AT_A_TIME", 4)
    assert post_to_many("notice", "one", people(9), CONTEXT) == 9
    assert post_to_many("notice", "one", people(11), CONTEXT) == 2
    assert Notification.objects.count() == 1
    assert Delivery.objects.values("message_id").distinct().count() == 11


def test_many_each_get_their_own_values(kind, send, mailoutbox):
    kind(personal=("unsubscribe_url",))
    urls = {f"person{n}@example.org": f"https://a.org/{n}" for n in range(3)}
    recipients = ((to, {"unsubscribe_url": url}) for to, url in urls.items())
    post_to_many("notice", "one", recipients, CONTEXT)
    send()
    assert len(mailoutbox) == 3
    for mail in mailoutbox:
        assert mail.extra_headers["List-Unsubscribe"] == f"<{urls[mail.to[0]]}>"


def test_one_refused_address_among_many_leaves_the_transaction_whole(monkeypatch):
    monkeypatch.setattr("mailing.outbox.AT_A_TIME", 1)
    with transaction.atomic():
        with pytest.raises(ValidationError):
            post_to_many("notice", "one", [*people(2), ("nobody", {})], CONTEXT)
        post_to_many("notice", "two", people(1), CONTEXT)
    assert Delivery.objects.count() == 1


def test_what_was_blanked_goes_to_no_more_people():
    post_to_many("notice", "one", people(1), CONTEXT)
    Notification.objects.update(text="")
    assert post_to_many("notice", "one", people(2), CONTEXT) == 0


def test_recipients_are_read_as_they_are_written(monkeypatch):
    """A digest's readers may be more than fit into memory."""
    monkeypatch.setattr("mailing.outbox.AT_A_TIME", 10)
    ahead = []

    def watched():
        for n, recipient in enumerate(people(100), start=1):
            ahead.append(n - Delivery.objects.count())
            yield recipient

    post_to_many("notice", "one", watched(), CONTEXT)
    assert max(ahead) == 10


@pytest.mark.parametrize("personal", [None, {}, {"mute_url": "x", "other": "y"}, {"other": "y"}])
def test_personal_values_must_be_those_of_the_kind(kind, post_one, personal):
    kind(personal=("mute_url",))
    with pytest.raises(ValueError, match="mute_url"):
        post_one(personal=personal)
    assert not Notification.objects.exists()


def test_queries_are_few(post_one, django_assert_num_queries):
    post_one("warm")
    # Two of them are the savepoint of somebody else's writing the same.
    with django_assert_num_queries(5):
        post("notice", "new", "ada@example.org", CONTEXT)
    with django_assert_num_queries(2):
        post("notice", "new", "bob@example.org", CONTEXT)


def test_two_kinds_can_not_have_one_name():
    with pytest.raises(ValueError, match="notice"):
        kinds.register(kinds.Kind("notice", "other.html"))


class AnySubject(TestCase):
    """Titles come from editors and, in answers, from anybody."""

    @settings(deadline=None)
    @given(title=st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=300))
    @example("One\r\nBcc: bob@example.org")
    @example("One\u2028two\x85three\x00")
    def test_subject_is_one_line_that_fits(self, title):
        post("notice", "one", "ada@example.org", {**CONTEXT, "title": title})
        subject = Notification.objects.get().subject
        assert len(subject.splitlines()) == 1
        assert "\x00" not in subject
        assert len(subject) <= 250
