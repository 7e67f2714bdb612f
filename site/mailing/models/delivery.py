from django.db import models
from django.utils import timezone

from .notification import Notification


class State(models.TextChoices):
    """Where a delivery stands. `claimed` and `sending` belong to one sender until its lease ends."""

    QUEUED = "queued", "Waiting"
    CLAIMED = "claimed", "Taken by a sender"
    SENDING = "sending", "Being sent"
    SENT = "sent", "Sent"
    FAILED = "failed", "Failed"
    UNKNOWN = "unknown", "Unknown"
    CANCELLED = "cancelled", "Cancelled"


OPEN = (State.QUEUED, State.CLAIMED, State.SENDING)


class DeliveryQuerySet(models.QuerySet):
    def open(self):
        """What is still to be sent, now or later."""
        return self.filter(state__in=OPEN)

    def due(self):
        """What a sender may claim now, oldest first."""
        now = timezone.now()
        return self.filter(
            models.Q(next_attempt_at=None) | models.Q(next_attempt_at__lte=now),
            state=State.QUEUED,
        ).order_by("pk")

    def end(self, state, answer=""):
        """Let them rest in `state`; return how many."""
        return self.update(
            state=state, answer=answer, claim=None, claimed_until=None, ended_at=timezone.now()
        )


class Delivery(models.Model):
    """One mail to one person. Written by `mailing.outbox.post`, sent by `mailing.sender`."""

    notification = models.ForeignKey(
        Notification, on_delete=models.CASCADE, related_name="deliveries"
    )
    address = models.CharField(max_length=320, blank=True)
    personal = models.JSONField(default=dict, blank=True)
    message_id = models.CharField(max_length=300)
    state = models.CharField(max_length=9, choices=State, default=State.QUEUED)
    attempts = models.PositiveSmallIntegerField(default=0)
    # None is at once: a clock that was put back delays no first attempt.
    next_attempt_at = models.DateTimeField(null=True, blank=True)
    claim = models.UUIDField(null=True, blank=True)
    claimed_until = models.DateTimeField(null=True, blank=True)
    answer = models.CharField("mail server's answer", max_length=300, blank=True)
    created = models.DateTimeField(auto_now_add=True)
    ended_at = models.DateTimeField(null=True, blank=True)

    objects = DeliveryQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "deliveries"
        constraints = [
            models.UniqueConstraint(
                fields=["notification", "address"],
                condition=~models.Q(address=""),
                name="delivery_once_per_address",
            )
        ]
        indexes = [
            models.Index(fields=["state", "next_attempt_at"], name="delivery_due"),
            models.Index(fields=["claim"], condition=~models.Q(claim=None), name="delivery_claim"),
        ]

    def __str__(self):
        return f"{self.notification} ({self.get_state_display()})"
