"""All that is held under an address is given out, and erased, whole."""

import json
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from discussion import decisions
from discussion.models import Decision, PublicComment, Report
from discussion.policy import Reason
from mailing.kinds import KINDS, Kind
from mailing.models import Delivery, Notification, State
from mailing.outbox import post as post_mail
from tests.factories import make_comment

ADDRESS = "ada@example.org"


@pytest.fixture(autouse=True)
def _kind(monkeypatch):
    kind = Kind("hello", "discussion/moderation/mail/alarm.html")
    monkeypatch.setitem(KINDS, "hello", kind)


@pytest.fixture
def hers(post, moderator):
    """A published comment by Ada that was redacted and reported, and a mail to her."""
    comment = make_comment(
        post, "Ask John.", user_email=ADDRESS, user_name="Ada", fingerprint="f", followup=True
    )
    Report.objects.create(comment=comment, reason=Reason.ABUSE, words="About Ada.")
    decisions.redact(
        comment, moderator, Reason.PERSONAL_DATA, "Ask [removed].", note="Hm.", answer="Dear Ada"
    )
    post_mail("hello", "one", ADDRESS, {"number": 1, "hours": 2})
    return PublicComment.objects.get(pk=comment.pk)


def run(command, *arguments):
    out = StringIO()
    call_command(command, *arguments, stdout=out)
    return out.getvalue()


def test_export_holds_comments_decisions_and_mails(hers, post):
    make_comment(post, "Another's.", user_email="bo@example.org")
    [comment] = json.loads(run("export_person", " ADA@example.org "))["comments"]
    assert (comment["text"], comment["user_name"], comment["user_email"]) == (
        "Ask [removed].",
        "Ada",
        ADDRESS,
    )
    [decision] = comment["decisions"]
    assert (decision["answer"], decision["text_before"]) == ("Dear Ada", "Ask John.")
    mails = json.loads(run("export_person", ADDRESS))["mails"]
    assert any("waiting" in mail["text"] for mail in mails)


def test_export_holds_no_private_note_and_no_report(hers):
    exported = run("export_person", ADDRESS)
    assert "Hm." not in exported
    assert "About Ada" not in exported


def test_nothing_held_is_an_empty_export(hers):
    exported = json.loads(run("export_person", "nobody@example.org"))
    assert (exported["comments"], exported["mails"]) == ([], [])


def test_dry_run_says_what_it_would_erase_and_erases_nothing(hers):
    said = run("erase_person", ADDRESS, "--dry-run")
    assert "Would erase comments: 1" in said
    assert "Would erase mails: 2" in said  # that one, and what became of her comment
    assert PublicComment.objects.get().user_name == "Ada"
    assert Delivery.objects.exists()


def test_erasure_leaves_a_stone_and_what_was_decided_without_words(hers, heard):
    run("erase_person", ADDRESS, "--no-input")
    comment = PublicComment.objects.get()
    assert comment.state == "withdrawn"
    assert comment.published_at
    assert not comment.is_public
    for name in ("comment", "html", "user_name", "user_email", "author_key", "fingerprint"):
        assert getattr(comment, name) == "", name
    assert not comment.followup
    decision = Decision.objects.get()
    assert (decision.text_before, decision.answer, decision.note) == ("", "", "")
    assert decision.reason == "personal_data"
    assert Report.objects.get().words == ""
    assert heard == ["shown otherwise"]


def test_erasure_spares_everybody_else(hers, post):
    make_comment(post, "A reply.", parent=hers, user_email="bo@example.org", user_name="Bo")
    post_mail("hello", "one", "bo@example.org", {})
    run("erase_person", ADDRESS, "--no-input")
    assert PublicComment.objects.published().get().user_name == "Bo"
    assert Delivery.objects.get().address == "bo@example.org"
    assert Notification.objects.get(kind="hello").text


def test_unsent_mail_is_deleted_and_sent_mail_forgets_whom_and_what(hers):
    post_mail("hello", "two", ADDRESS, {})
    Delivery.objects.filter(notification__key="two").update(state=State.SENT)
    run("erase_person", ADDRESS, "--no-input")
    assert Delivery.objects.get().address == ""
    assert not Notification.objects.filter(kind="hello").exclude(text="").exists()


def test_address_that_was_kept_under_another_key_is_found(hers):
    PublicComment.objects.update(author_key="another key")
    run("erase_person", "Ada@Example.org", "--no-input")
    assert PublicComment.objects.get().user_email == ""


def test_command_asks_for_the_address_again(hers, monkeypatch):
    monkeypatch.setattr("builtins.input", lambda prompt: "other@example.org")
    with pytest.raises(CommandError, match="Nothing was erased"):
        run("erase_person", ADDRESS)
    assert PublicComment.objects.get().user_name == "Ada"
