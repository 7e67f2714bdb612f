from django.db import models
from django.db.models import Count, Max, Q
from django.utils import timezone


class NotificationQuerySet(models.QuerySet):
    def whole(self):
        """Those that can still be sent: what they say is not blanked."""
        return self.exclude(text="")

    def with_progress(self):
        """Each with `sent`, `waiting`, `failed` and `cancelled`: how many of its mails are; and
        `last_posted`, when the last of them was written down."""
        return self.annotate(
            sent=mails_in("sent"),
            waiting=mails_in("queued", "claimed", "sending"),
            failed=mails_in("failed", "unknown"),
            cancelled=mails_in("cancelled"),
            last_posted=Max("deliveries__created"),
        )


def mails_in(*states):
    return Count("deliveries", filter=Q(deliveries__state__in=states))


class Notification(models.Model):
    """What a mail says, frozen when it was first posted: once for each kind and cause.

    What differs between recipients stands in `text` and `html` as placeholders. Both are blanked
    when they are no longer needed; from then on nothing more is sent for this cause.
    """

    kind = models.CharField(max_length=60)
    key = models.CharField("cause", max_length=120)
    subject = models.CharField(max_length=250)
    text = models.TextField(blank=True)
    html = models.TextField(blank=True)
    created = models.DateTimeField(auto_now_add=True)
    paused_at = models.DateTimeField(null=True, blank=True)

    objects = NotificationQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["kind", "key"], name="notification_once_per_cause")
        ]

    def __str__(self):
        return self.subject

    def pause(self):
        """Let no sender take more of it, until it is resumed."""
        self.set_paused(timezone.now())
        self.deliveries.give_back()

    def resume(self):
        self.set_paused(None)

    def set_paused(self, at):
        self.paused_at = at
        self.save(update_fields=["paused_at"])
