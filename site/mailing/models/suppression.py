from django.db import models
from django.db.models import F


class Reason(models.IntegerChoices):
    """Why we don't write to an address; the stronger reason has the higher number."""

    NONE = 0, "None yet"
    COMPLAINT = 2, "Called a mail of ours spam"
    HARD_BOUNCE = 3, "No mail arrives there"


class SuppressionQuerySet(models.QuerySet):
    def add(self, address_key, reason):
        """Suppress the address for this reason, unless it is for a stronger one already."""
        self.bulk_create([self.model(address_key=address_key)], ignore_conflicts=True)
        self.filter(address_key=address_key, reason__lt=reason).update(reason=reason)

    def count_soft_bounce(self, address_key):
        """Remember that a mail could not be delivered for the moment, which suppresses nothing."""
        self.bulk_create([self.model(address_key=address_key)], ignore_conflicts=True)
        self.filter(address_key=address_key).update(soft_bounces=F("soft_bounces") + 1)

    def lift(self, address_key, reason):
        """Forget this reason, such as the complaint of somebody who asks for mail again."""
        self.filter(address_key=address_key, reason=reason).update(reason=Reason.NONE)


class Suppression(models.Model):
    """An address that we don't write to, or of which something has come back; known by its key
    alone (`core.addresses.address_key`), and kept when its person's data are erased."""

    address_key = models.CharField(max_length=64, unique=True)
    reason = models.PositiveSmallIntegerField(choices=Reason, default=Reason.NONE)
    soft_bounces = models.PositiveIntegerField(default=0)
    created = models.DateTimeField(auto_now_add=True)

    objects = SuppressionQuerySet.as_manager()

    def __str__(self):
        return self.get_reason_display()

    def withholds(self, kind):
        """Whether mails of `kind` are not sent there.

        Who complained gets only what they have just asked for; where nothing arrives, nothing is
        sent.
        """
        if self.reason == Reason.COMPLAINT:
            return not kind.even_if_suppressed
        return self.reason == Reason.HARD_BOUNCE
