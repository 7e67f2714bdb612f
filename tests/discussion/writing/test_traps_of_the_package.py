"""What django-comments-xtd does wrong under moderation in advance does not happen here. The numbers
are those of the faults as they were found."""

import pickle
from importlib import import_module

import pytest
from django.apps import apps
from django.db.models.signals import pre_save
from django.urls import NoReverseMatch, get_resolver, reverse
from django_comments.signals import comment_was_posted, comment_will_be_posted

from discussion import links
from discussion.models import PublicComment, State
from discussion.signals import comment_published
from mailing.models import Delivery, Notification
from tests.factories import make_comment


def test_1_saving_a_parent_publishes_no_reply_that_waits_or_was_rejected(post):
    parent = make_comment(post, state="pending")
    replies = [make_comment(post, parent=parent, state=state) for state in ("pending", "rejected")]
    parent.mark_published()
    parent.save()
    for reply in replies:
        before = reply.state
        reply.refresh_from_db()
        assert (reply.state, reply.is_public) == (before, False)


def test_1_the_package_hears_of_no_save():
    receivers = pre_save._live_receivers(PublicComment)
    names = {receiver.__module__ for group in receivers for receiver in group}
    assert not any(name.startswith("django_comments") for name in names)
    assert apps.get_app_config("django_comments_xtd").__module__ == "discussion.tables"


@pytest.mark.parametrize("state", [state for state in State if state != State.PUBLISHED])
def test_2_no_form_shows_text_that_is_not_published(client, address, post, state):
    hidden = make_comment(post, "Hidden words.", state=state)
    pages = [
        client.get(address, {"reply_to": hidden.uuid}),
        client.get(reverse("comment_report", args=[hidden.uuid])),
    ]
    assert all(b"Hidden words." not in page.content for page in pages)


@pytest.mark.parametrize(
    "name",
    [
        "comments-post-comment",
        "comments-comment-done",
        "comments-flag",
        "comments-delete",
        "comments-approve",
        "comments-url-redirect",
        "comments-xtd-confirm",
        "comments-xtd-reply",
        "comments-xtd-mute",
        "comments-xtd-api-create",
        "comments-xtd-like",
    ],
)
def test_2_8_11_no_view_of_the_package_has_an_address(name):
    with pytest.raises(NoReverseMatch):
        reverse(name)


@pytest.mark.parametrize(
    "path",
    ["post/", "reply/1/", "like/1/", "flag/1/", "api/comment/", "cr/1/1/", "delete/1/", "sent/"],
)
def test_2_11_addresses_of_the_package_lead_nowhere(client, post, path):
    make_comment(post)
    assert client.get(f"/comments/{path}").status_code == 404
    assert client.post(f"/comments/{path}", {"comment": "x"}).status_code in {403, 404, 405}


def test_2_no_view_is_the_packages():
    def views(patterns):
        for pattern in patterns:
            if hasattr(pattern, "url_patterns"):
                yield from views(pattern.url_patterns)
            else:
                yield pattern.callback.__module__

    assert not {name for name in views(get_resolver().url_patterns) if "django_comments" in name}


def test_3_nothing_is_public_without_a_moderator(reader, comments):
    reader.send(is_public="on", state="published")
    comment = comments.get()
    assert (comment.state, comment.is_public) == (State.UNCONFIRMED, False)


@pytest.mark.parametrize("reply_to", ["999999", "9" * 40, "x", "-1", "1"])
def test_4_reply_to_what_is_not_there_leaves_no_row(reader, comments, reply_to):
    assert "Your text is still here" in reader.send(reply_to=reply_to).content.decode()
    assert not comments.exists()


def test_4_thread_too_deep_leaves_no_row(post, comments):
    parent = None
    for _ in range(3):
        parent = make_comment(post, parent=parent)
    with pytest.raises(ValueError, match="three deep"):
        make_comment(post, parent=parent)
    assert comments.count() == 3


def test_5_order_of_a_thread_is_distinct(post, comments):
    parent = make_comment(post)
    for number in range(6):
        make_comment(post, f"{number}", parent=parent)
    assert len(set(comments.values_list("path", flat=True))) == 7


def test_7_link_to_confirm_is_short_whatever_was_written(reader, comments):
    reader.send(comment="a" * 5000)
    assert len(links.confirm_url(comments.get())) < 200


def test_7_moderators_see_nothing_that_is_not_confirmed(reader, comments):
    reader.send()
    assert not comments.confirmed().exists()


def test_8_link_to_mute_holds_a_name_and_a_signature(post):
    comment = make_comment(post)
    token = links.mute_url(comment).split("/")[-2]
    name, signature = token.split(":")
    assert name == str(comment.uuid)
    assert len(signature) < 50


def test_8_nothing_of_ours_unpickles():
    for module in ("links", "posting", "forms", "mails"):
        assert pickle not in vars(import_module(f"discussion.{module}")).values()


def test_9_follower_is_told_when_a_moderator_publishes_a_reply(post):
    parent = make_comment(post, followup=True)
    reply = make_comment(post, parent=parent, user_email="cy@example.org")
    comment_published.send(sender=PublicComment, comment=reply)
    assert Delivery.objects.get().address == "ada@example.org"


def test_10_signed_in_user_posts_under_no_other_name(reader, comments, editor):
    reader.client.force_login(editor)
    reader.send(name="The Minister")
    assert comments.get().user_name == "editor"


def test_11_unpublished_page_takes_no_comment(reader, post, comments):
    form = reader.fill()
    post.unpublish()
    reader.client.post(reader.address, form)
    assert not comments.exists()


def test_12_no_address_is_on_a_page_or_in_a_mail_to_others(reader, post):
    parent = make_comment(post, followup=True, user_email="secret@example.org")
    page = reader.client.get(reader.address, {"reply_to": parent.uuid}).content.decode()
    assert "secret@example.org" not in page
    reply = make_comment(post, parent=parent, user_email="other@example.org")
    comment_published.send(sender=PublicComment, comment=reply)
    mail = Notification.objects.get()
    assert "other@example.org" not in mail.text + mail.html


def test_13_page_with_comments_is_not_deleted_from_under_them(post):
    make_comment(post)
    with pytest.raises(Exception, match="protected"):
        post.delete()


def test_signals_of_the_package_are_sent_and_heeded(reader, comments):
    heard = []

    def veto(sender, comment, request, **kwargs):
        heard.append(("will", comment.comment))
        return "refuse" not in comment.comment

    def note(sender, comment, request, **kwargs):
        heard.append(("was", comment.comment))

    comment_will_be_posted.connect(veto)
    comment_was_posted.connect(note)
    try:
        reader.send(comment="Fine.")
        assert "can’t be taken here" in reader.send(comment="Please refuse.").content.decode()
    finally:
        comment_will_be_posted.disconnect(veto)
        comment_was_posted.disconnect(note)
    assert heard == [("will", "Fine."), ("was", "Fine."), ("will", "Please refuse.")]
    assert [comment.comment for comment in comments] == ["Fine."]
