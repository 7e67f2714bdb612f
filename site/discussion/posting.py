"""Taking a comment: the row and its mail are written together or not at all."""

import hashlib
import logging
from datetime import timedelta
from uuid import uuid4

from django.db import DatabaseError, IntegrityError, transaction
from django.utils import timezone
from django_comments.signals import comment_was_posted, comment_will_be_posted

from core.fields import TRAPPED
from core.limits import HOUR, check_network
from core.refusals import Refused
from stakeholders.identity import identify

from . import limits, spam
from .confirming import confirm
from .earlier import Earlier, sent_once
from .forms import UNANSWERABLE
from .mails import confirmation
from .models import PublicComment, State
from .text import text_hash

logger = logging.getLogger(__name__)


def post(form, request):
    """Take the comment of a valid form and return its row.

    The same form, or the same text by the same address in the same place, is one comment however
    often and concurrently it is sent; an hour later, one that is not confirmed is mailed anew.
    Raises Refused, with nothing written.
    """
    check_network(request)
    try:
        return take_once(form, request)
    except DatabaseError as error:
        logger.exception("A comment could not be saved")
        raise Refused(
            "Your comment could not be saved just now. Your text is still here: please send it "
            "again in a few minutes.",
            status=503,
        ) from error


def take_once(form, request):
    """The row of the form's comment, taken now or when it was sent before."""
    comment = form.make_comment()
    comment.fingerprint = fingerprint(comment)
    earlier = Earlier(comment)
    judge(comment, form, earlier.times_sent)
    if earlier.has_same and (row := known(comment)):
        return row
    if earlier.has_form:
        # The form was sent before with another text: somebody went back to it for a second one.
        comment.uuid = uuid4()
    try:
        return take(comment, request, earlier.by_author)
    except IntegrityError:
        # Somebody else took the same one in this moment.
        if row := known(comment):
            return row
        raise


def fingerprint(comment):
    """What makes two comments one: place, author, what it answers, and text."""
    # Of the first in a thread, the package says that it answers itself.
    answered = "" if comment.parent_id in {0, comment.pk} else str(comment.parent_id)
    # Anybody can type the address of a spokesperson; nobody else can be signed in as one.
    author = f"official-{comment.user_id}" if comment.is_official else comment.author_key
    parts = [comment.place, author, answered, text_hash(comment.comment)]
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()


def judge(comment, form, times_sent):
    """Refused where the field that people don't see was filled in, and for nothing else."""
    if form.cleaned_data["website"]:
        raise Refused(TRAPPED)
    score = spam.score(comment, times_sent, form.seconds, form.proved)
    comment.spam_score = score.points
    comment.spam_signs = score.signs


@transaction.atomic
def known(comment):
    """The row for the same comment, None if it was never sent."""
    row = PublicComment.objects.filter(sent_once(comment.fingerprint)).first()
    if row and row.state == State.UNCONFIRMED:
        mail_again(row)
    return row


def mail_again(row):
    """Begin anew with a comment that has waited for an hour: perhaps its mail was lost."""
    row = PublicComment.objects.select_for_update().get(pk=row.pk)
    if row.submit_date < timezone.now() - timedelta(seconds=HOUR):
        row.submit_date = timezone.now()
        PublicComment.objects.filter(pk=row.pk).update(submit_date=row.submit_date)
        limits.check_address(row.author_key)
        confirmation(row).post()


def take(comment, request, by_author):
    """Write the comment and its mail down, the next of so many by its author. Raises IntegrityError
    where the same one is there."""
    is_sure = comment.is_official or is_by_who_is_signed_in(comment, request)
    # Written before anything is locked: others wait for a lock, not for words.
    mail = None if is_sure else confirmation(comment)
    with transaction.atomic():
        check_parent(comment)
        about = {"sender": type(comment), "comment": comment, "request": request}
        if any(answer is False for _, answer in comment_will_be_posted.send(**about)):
            raise Refused(
                "This comment can’t be taken here. Your text is still here, to be copied."
            )
        comment.save()
        if not comment.is_official and not limits.is_far_from_limit(by_author):
            limits.check_address(comment.author_key)
        if is_sure:
            confirm(comment)
        else:
            mail.post()
        comment_was_posted.send(**about)
    return comment


def is_by_who_is_signed_in(comment, request):
    """Whether a stakeholder sends it with the address that this browser has proved already."""
    stakeholder = identify(request)
    return bool(stakeholder) and stakeholder.address_key == comment.author_key


def is_of_who_asks(comment, request):
    """Whether a comment that is there belongs to who is known to send it just now."""
    if comment.is_official:
        return request.user.is_authenticated and comment.user_id == request.user.pk
    return is_by_who_is_signed_in(comment, request)


def check_parent(comment):
    """Hold on to the comment above while its reply is written, so that no moderator takes it down
    in that moment: the thread's first before it, as everyone who writes into a thread does."""
    if comment.parent_id:
        above = PublicComment.objects.filter(pk__in={comment.thread_id, comment.parent_id})
        held = {row.pk: row for row in above.order_by("pk").select_for_update()}
        if not held[comment.parent_id].can_be_answered:
            raise Refused(UNANSWERABLE)
