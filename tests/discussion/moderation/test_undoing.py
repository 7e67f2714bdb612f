"""The latest decision is taken back as if it had not been."""

from datetime import timedelta

import pytest
from django.core.management import call_command
from django.utils import timezone

from discussion import decisions
from discussion.decisions import DecisionRefused
from discussion.models import Decision, PublicComment
from discussion.personal_data import blank
from discussion.policy import Reason

MARK = "[removed: names a private person]"


def again(comment):
    return PublicComment.objects.get(pk=comment.pk)


def test_undo_brings_back_state_and_reason(published, moderator, heard):
    decisions.withhold(published, moderator, Reason.UNLAWFUL)
    decisions.reject(again(published), moderator, Reason.ABUSE)
    decisions.undo(again(published), moderator)
    comment = again(published)
    assert (comment.state, comment.reason) == ("withheld", "unlawful")
    assert Decision.objects.first().action == "undo"
    assert heard[-2:] == ["decided", "shown otherwise"]


def test_comment_whose_publication_is_undone_waits_again_and_is_not_read(pending, moderator):
    decisions.approve(pending, moderator)
    decisions.undo(again(pending), moderator)
    comment = again(pending)
    assert (comment.state, comment.is_public) == ("pending", False)
    assert comment.published_at


def test_undone_redaction_brings_back_the_words(published, moderator):
    decisions.redact(published, moderator, Reason.PERSONAL_DATA, MARK)
    assert again(published).redacted_at
    decisions.undo(again(published), moderator)
    comment = again(published)
    assert (comment.comment, comment.redacted_at) == ("What I think.", None)
    assert "What I think" in comment.html


def test_undone_second_redaction_leaves_the_first(published, moderator):
    decisions.redact(published, moderator, Reason.PERSONAL_DATA, f"{MARK} think.")
    decisions.redact(again(published), moderator, Reason.PERSONAL_DATA, f"{MARK} {MARK}")
    decisions.undo(again(published), moderator)
    comment = again(published)
    assert comment.comment == f"{MARK} think."
    assert comment.redacted_at


def test_what_was_undone_is_not_undone_again(published, moderator):
    decisions.withhold(published, moderator, Reason.UNLAWFUL)
    decisions.undo(again(published), moderator)
    with pytest.raises(DecisionRefused, match="no decision"):
        decisions.undo(again(published), moderator)


def test_withdrawn_comment_stays_withdrawn(published, moderator):
    decisions.withhold(published, moderator, Reason.UNLAWFUL)
    blank(again(published))
    with pytest.raises(DecisionRefused, match="withdrawn"):
        decisions.undo(again(published), moderator)


def test_words_taken_out_are_deleted_in_time_and_no_undo_brings_them_back(
    published, moderator, settings
):
    decisions.redact(published, moderator, Reason.PERSONAL_DATA, MARK)
    redaction = Decision.objects.get()
    assert redaction.text_before == "What I think."
    call_command("purge_redactions", verbosity=0)
    redaction.refresh_from_db()
    assert redaction.text_before

    old = timezone.now() - timedelta(days=settings.REDACTED_TEXT_DAYS, minutes=1)
    Decision.objects.update(made_at=old)
    call_command("purge_redactions", "--dry-run", verbosity=0)
    redaction.refresh_from_db()
    assert redaction.text_before
    call_command("purge_redactions", verbosity=0)
    redaction.refresh_from_db()
    assert redaction.text_before == ""
    with pytest.raises(DecisionRefused, match="deleted by now"):
        decisions.undo(again(published), moderator)
