"""What authors may do with their own comments once they are confirmed."""

from datetime import timedelta

from django.conf import settings
from django.db import IntegrityError, transaction
from django.utils import timezone

from core.refusals import Refused

from . import spam
from .earlier import times_sent
from .models import PublicComment, State
from .personal_data import blank
from .posting import fingerprint


def editable_until(comment):
    """Until when its author may change the text, None when it is too late. Only what no moderator
    has taken up yet changes: what was read is what is published."""
    if comment.state != State.PENDING or comment.assigned_to_id:
        return None
    until = comment.confirmed_at + timedelta(minutes=settings.COMMENT_EDIT_MINUTES)
    return until if timezone.now() < until else None


def edit(comment, text):
    """Replace the text. Raises Refused where it is too late or the same was sent before."""
    try:
        with transaction.atomic():
            comment = PublicComment.objects.select_for_update().get(pk=comment.pk)
            if not editable_until(comment):
                raise Refused("It is too late to change this comment. You can still withdraw it.")
            comment.comment = text
            comment.fingerprint = fingerprint(comment)
            comment.edited_at = timezone.now()
            score = spam.score(comment, times_sent(comment))
            comment.spam_score, comment.spam_signs = score.points, score.signs
            comment.save()
    except IntegrityError as error:
        raise Refused("You have sent a comment with this very text here already.") from error


@transaction.atomic
def withdraw(comment):
    """Take a comment back for good: its text and all that says whose it was are deleted. Where it
    was published, a stone stays."""
    comment = PublicComment.objects.select_for_update().get(pk=comment.pk)
    if comment.state == State.WITHDRAWN:
        return
    blank(comment)
