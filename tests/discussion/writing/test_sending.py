"""A comment that is sent is kept, together with the mail that asks to confirm it."""

from datetime import timedelta

import pytest
from django.db import OperationalError
from django.urls import reverse
from django.utils import timezone

from core.addresses import address_key
from discussion.earlier import sent_once
from discussion.models import PublicComment, State
from mailing.models import Delivery, Notification
from tests.factories import make_comment


def test_comment_waits_for_its_author(reader, comments, post):
    response = reader.send(organisation="Open Records Trust", sector="civil_society", followup="on")
    comment = comments.get()
    assert response["Location"] == reverse("comment_sent", args=[comment.place])
    assert comment.state == State.UNCONFIRMED
    assert (comment.user_name, comment.user_email) == ("Bo", "bo@example.org")
    assert (comment.organisation, comment.sector) == ("Open Records Trust", "civil_society")
    assert comment.followup
    assert not comment.is_public
    assert comment.author_key == address_key("bo@example.org")
    assert comment.place == f"page-{post.pk}"
    assert comment.content_object == post
    assert comment.ip_address is None


def test_nobody_is_followed_unasked(reader, comments):
    reader.send()
    assert not comments.get().followup
    assert "followup" not in reader.open()


def test_mail_to_an_unproven_address_holds_nothing_that_was_typed(reader):
    reader.send(name="Mallory", comment="Buy my things", organisation="Spam Ltd")
    mail = Notification.objects.get()
    for typed in ("Mallory", "Buy my things", "Spam Ltd"):
        assert typed not in mail.subject + mail.text + mail.html
    assert Delivery.objects.get().address == "bo@example.org"


def test_comment_whose_mail_can_not_be_written_is_not_kept(reader, comments, monkeypatch):
    def killed(*args, **kwargs):
        raise KeyboardInterrupt

    monkeypatch.setattr("mailing.models.Delivery.save", killed)
    with pytest.raises(KeyboardInterrupt):
        reader.send()
    assert not comments.exists()


def test_same_comment_is_looked_for_by_an_index(reader, comments, plan_of):
    reader.send()
    same = comments.filter(sent_once(comments.get().fingerprint)).order_by()
    assert "comment_sent_once" in plan_of(same)


def test_comment_that_is_purged_while_it_is_sent_again_is_taken_anew(reader, comments, monkeypatch):
    def purged(comment):
        comments.all().delete()

    typed = reader.fill()
    reader.client.post(reader.address, typed)
    first = comments.get().uuid
    monkeypatch.setattr("discussion.posting.known", purged)
    assert reader.client.post(reader.address, typed).status_code == 302
    assert comments.get().uuid != first


def test_text_stays_in_the_form_when_the_database_is_away(reader, monkeypatch):
    def full(*args, **kwargs):
        raise OperationalError("disk full")

    typed = reader.fill()
    monkeypatch.setattr(PublicComment, "save", full)
    response = reader.client.post(reader.address, typed)
    assert response.status_code == 503
    assert typed["comment"] in response.content.decode()
    assert "could not be saved" in response.content.decode()


def test_same_form_sent_twice_is_one_comment_and_one_mail(reader, comments):
    form = reader.fill()
    answers = [reader.client.post(reader.address, form) for _ in range(2)]
    assert answers[0]["Location"] == answers[1]["Location"]
    assert comments.count() == Delivery.objects.count() == 1


def test_same_text_in_another_form_is_one_comment(reader, comments):
    reader.send(comment="The  same text.")
    reader.send(comment="the same text.", email="BO@example.org")
    assert comments.count() == Delivery.objects.count() == 1


def test_same_text_by_another_address_or_in_answer_is_another_comment(reader, comments, post):
    parent = make_comment(post)
    reader.send()
    reader.send(email="cy@example.org")
    reader.send(reply_to=parent.uuid)
    assert comments.exclude(pk=parent.pk).count() == 3


def test_form_that_was_gone_back_to_with_another_text_is_another_comment(reader, comments):
    form = reader.fill()
    for text in ("First.", "Second."):
        reader.client.post(reader.address, form | {"comment": text})
    assert [comment.comment for comment in comments] == ["First.", "Second."]


def test_comment_that_waited_for_an_hour_is_mailed_anew_when_sent_again(reader, comments):
    reader.send()
    comments.update(submit_date=timezone.now() - timedelta(minutes=61))
    reader.send()
    reader.send()
    assert comments.count() == 1
    assert Delivery.objects.count() == 2


def test_confirmed_comment_sent_again_changes_and_mails_nothing(reader, comments):
    reader.send()
    comments.update(
        state=State.PUBLISHED, submit_date=timezone.now() - timedelta(days=1), comment="Redacted."
    )
    reader.send()
    assert comments.get().comment == "Redacted."
    assert Delivery.objects.count() == 1


def test_answer_after_sending_is_the_same_for_known_and_unknown_addresses(reader, comments, post):
    make_comment(post, user_email="known@example.org")
    known = reader.client.post(reader.address, reader.fill(email="known@example.org"), follow=True)
    unknown = reader.client.post(reader.address, reader.fill(email="new@example.org"), follow=True)
    assert known.content == unknown.content


def test_preview_shows_the_comment_and_keeps_the_form(reader, comments):
    response = reader.send(preview="1")
    page = response.content.decode()
    assert "<em>before</em>" in page
    assert not comments.exists()
    assert response.context["form"]["comment"].value().startswith("Please publish")
    assert "bo@example.org" in page


def test_preview_needs_no_name_yet_and_sending_does(reader, comments):
    looked = reader.send(name="", email="", preview="1")
    page = looked.content.decode()
    assert "<em>before</em>" in page
    assert not looked.context["form"].errors
    assert "Not sent yet:" not in page
    sent = reader.client.post(reader.address, reader.read(looked))
    assert sent.context["form"].errors.keys() == {"name", "email"}
    assert not comments.exists()


def test_preview_of_nothing_says_what_is_missing(reader):
    looked = reader.send(comment=" ", name="", preview="1")
    assert looked.context["form"].errors.keys() == {"comment"}
    assert not looked.context["preview"]


def test_form_is_kept_by_nobody(reader):
    response = reader.client.get(reader.address)
    assert response["Cache-Control"] == "private, no-store"
    assert "style=" not in response.content.decode()


@pytest.mark.parametrize("comments_there", [0, 12])
def test_queries_do_not_grow_with_the_number_of_comments(
    reader, post, django_assert_max_num_queries, comments_there
):
    for number in range(comments_there):
        make_comment(post, f"{number}", user_email=f"a{number}@example.org")
    parent = make_comment(post)
    form = reader.fill()
    with django_assert_max_num_queries(5):
        reader.client.get(reader.address, {"reply_to": parent.uuid})
    with django_assert_max_num_queries(21):
        reader.client.post(reader.address, form)
    reply = reader.fill(comment="A reply.", reply_to=parent.uuid)
    with django_assert_max_num_queries(24):
        reader.client.post(reader.address, reply)
