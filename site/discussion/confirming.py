"""A comment joins the queue when its author has confirmed it."""

from django.db import transaction
from django.utils import timezone

from .models import PublicComment, State
from .signals import comment_confirmed


@transaction.atomic
def confirm(comment):
    """Let an unconfirmed comment wait for a moderator; does nothing to any other, however often
    and concurrently it is asked. `comment` is brought in line."""
    confirmed = PublicComment.objects.filter(pk=comment.pk, state=State.UNCONFIRMED).update(
        state=State.PENDING, confirmed_at=timezone.now()
    )
    comment.refresh_from_db()
    if confirmed:
        comment_confirmed.send(sender=PublicComment, comment=comment)
