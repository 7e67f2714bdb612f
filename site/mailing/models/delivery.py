from django.db import models
from django.utils import timezone

from core.prepared import WrittenOften

from .notification import Notification


class State(models.TextChoices):
    """Where a delivery stands. `claimed` and `sending` belong to a sender until its lease ends."""

    QUEUED = "queued", "Waiting"
    CLAIMED = "claimed", "Taken by a sender"
    SENDING = "sending", "Being sent"
    SENT = "sent", "Sent"
    FAILED = "failed", "Failed"
    UNKNOWN = "unknown", "Unknown"
    CANCELLED = "cancelled", "Cancelled"


HELD = (State.CLAIMED, State.SENDING)
MAY_BE_CANCELLED = (State.QUEUED, State.CLAIMED)
MAY_BE_TRIED_AGAIN = (State.QUEUED, State.FAILED, State.UNKNOWN, State.CANCELLED)


class DeliveryQuerySet(models.QuerySet):
    """Each change to the state is one UPDATE that names the state before: whoever comes second
    changes nothing. All return how many rows they changed."""

    def due(self):
        """What a sender may claim now, oldest first."""
        is_due = models.Q(next_attempt_at=None) | models.Q(next_attempt_at__lte=timezone.now())
        # Not by a join: a planner that has counted nothing yet would sort all that wait.
        paused = Notification.objects.exclude(paused_at=None)
        due = self.filter(is_due, state=State.QUEUED).exclude(notification__in=paused)
        return due.order_by("pk")

    def held(self):
        """What senders have, alive or dead."""
        return self.filter(state__in=HELD).exclude(claim=None)

    def queue(self, **fields):
        """Let whichever sender comes next have them."""
        return self.update(state=State.QUEUED, claim=None, claimed_until=None, **fields)

    def give_back(self):
        """Take from senders what they have not begun."""
        return self.filter(state=State.CLAIMED).queue()

    def end(self, state, answer=""):
        """Let them rest in `state`."""
        return self.update(
            state=state, answer=answer, claim=None, claimed_until=None, ended_at=timezone.now()
        )

    def cancel(self):
        return self.filter(state__in=MAY_BE_CANCELLED).end(State.CANCELLED)

    def progress(self):
        """How many are in each state: {state: number}, without the zeros."""
        return dict(self.order_by().values_list("state").annotate(models.Count("pk")))

    def answers(self):
        """What mail servers said, and how often, of those that are not sent; most often first."""
        said = self.exclude(state=State.SENT).exclude(answer="").values("answer")
        return said.annotate(number=models.Count("pk")).order_by("-number", "answer")

    def try_again(self):
        """Send them now, as if for the first time, unless what they said is blanked already."""
        return (
            self.filter(state__in=MAY_BE_TRIED_AGAIN)
            .filter(notification__in=Notification.objects.whole())
            .queue(attempts=0, next_attempt_at=None, ended_at=None)
        )


class Delivery(WrittenOften):
    """One mail to one person. Written by `mailing.outbox.post`, sent by `mailing.sender`."""

    notification = models.ForeignKey(
        Notification, on_delete=models.CASCADE, related_name="deliveries"
    )
    address = models.CharField(max_length=320, blank=True)
    # Tells mails in the same words to one address apart; empty where there is but one.
    cause = models.CharField(max_length=80, blank=True)
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
                fields=["notification", "address", "cause"],
                condition=~models.Q(address=""),
                name="delivery_once_per_cause",
            )
        ]
        indexes = [
            # Of those alone that a sender looks for: a hundred are found as quickly among any
            # number, and one that is sent is in neither.
            models.Index(
                fields=["id"], condition=models.Q(state=State.QUEUED), name="delivery_queued"
            ),
            models.Index(fields=["state"], condition=~models.Q(claim=None), name="delivery_held"),
        ]

    def __str__(self):
        return f"{self.notification} ({self.get_state_display()})"

    @property
    def may_be_cancelled(self):
        return self.state in MAY_BE_CANCELLED

    @property
    def may_be_tried_again(self):
        return self.state in MAY_BE_TRIED_AGAIN and bool(self.notification.text)

    @property
    def masked_address(self):
        """The address as staff may see it: a•••@example.org."""
        name, _, domain = self.address.rpartition("@")
        return f"{name[0]}•••@{domain}" if name else ""
