"""Who has which comment open, so that two moderators don't read the same one."""

from django.utils import timezone

from .models import PublicComment


def take(comment, moderator):
    """Keep a pending comment for this moderator for a while, even from another who has it."""
    pending = PublicComment.objects.pending().filter(pk=comment.pk)
    return pending.update(assigned_to=moderator, assigned_at=timezone.now())


def take_next(moderator):
    """The comment that has waited longest and that nobody else has, now taken; None if all are."""
    while True:
        free = PublicComment.objects.pending().free_for(moderator)
        comment = free.order_by("confirmed_at", "pk").first()
        # Somebody may take or decide it in this very moment: then there is another next one.
        if not comment or free.filter(pk=comment.pk).update(
            assigned_to=moderator, assigned_at=timezone.now()
        ):
            return comment
