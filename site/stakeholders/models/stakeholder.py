from uuid import uuid4

from django.db import models
from django.db.models import Count, Exists, OuterRef, Q
from django.utils import timezone

from core.addresses import address_key
from core.models import Sector

from .subscription import Subscription


class Frequency(models.TextChoices):
    """How often somebody hears of what is new. Where there is nothing, there is no mail."""

    AT_ONCE = "at_once", "At once, a mail for each"
    DAILY = "daily", "Once a day, all in one"
    WEEKLY = "weekly", "Once a week, all in one"


class StakeholderQuerySet(models.QuerySet):
    def at(self, address):
        """Whoever has this address, written in whichever way."""
        return self.filter(address_key=address_key(address))

    def pending(self):
        """Those whose address is not proved: nothing but the mail that asks goes there."""
        return self.filter(confirmed_at=None, left_at=None)

    def confirmed(self):
        """Those who take part."""
        return self.filter(confirmed_at__isnull=False, left_at=None)

    def known(self):
        """Those who proved their address and of whom it is still held: who take part, and who left
        a short while ago."""
        return self.filter(confirmed_at__isnull=False).exclude(address="")

    def left(self):
        return self.filter(left_at__isnull=False)

    def reachable(self):
        """Those to whom mail may go."""
        return self.confirmed().filter(paused_at=None)

    def to_tell(self, strand_id=None, page_id=None):
        """Those who asked to hear of what is new in a strand or on a page."""
        return self.wanting_updates().filter(follow(strand_id, page_id))

    def numbers_to_tell(self, followed):
        """How many `to_tell` gives for each (strand_id, page_id), in one query."""
        counts = (Count("pk", filter=follow(*each)) for each in followed)
        named = {f"number_{index}": count for index, count in enumerate(counts)}
        return list(self.wanting_updates().aggregate(**named).values())

    def wanting_updates(self):
        return self.reachable().filter(wants_updates=True)


def follow(strand_id, page_id):
    """The condition that somebody follows all, this strand or this page."""
    about = Q(pk__in=[])
    if strand_id:
        about |= Q(strand=strand_id)
    if page_id:
        about |= Q(page=page_id)
    own = Subscription.objects.filter(about, stakeholder=OuterRef("pk"))
    return Q(follows_all=True) | Exists(own)


class Stakeholder(models.Model):
    """A person who signed up. One row for one address, for good.

    Who left keeps the row without what is personal: the keyed hash of the address says that nobody
    but that person may bring it back.
    """

    uuid = models.UUIDField(default=uuid4, unique=True, editable=False)
    # Blank once it is no longer kept; the key stays.
    address = models.CharField("e-mail address", max_length=320, blank=True)
    address_key = models.CharField(max_length=64, unique=True, editable=False)
    name = models.CharField(max_length=100, blank=True)
    organisation = models.CharField(max_length=160, blank=True)
    sector = models.CharField(max_length=20, choices=Sector, blank=True)

    frequency = models.CharField(
        "how often", max_length=7, choices=Frequency, default=Frequency.WEEKLY
    )
    wants_updates = models.BooleanField(default=False)
    wants_invitations = models.BooleanField(default=False)
    follows_all = models.BooleanField("follows everything", default=False)

    created = models.DateTimeField(default=timezone.now, editable=False)
    confirmed_at = models.DateTimeField(null=True, blank=True)
    paused_at = models.DateTimeField(null=True, blank=True)
    left_at = models.DateTimeField(null=True, blank=True)
    # What browsers and links that sign this person in hold. Another one ends them all.
    session_key = models.UUIDField(default=uuid4, unique=True, editable=False)

    objects = StakeholderQuerySet.as_manager()

    class Meta:
        default_permissions = []
        permissions = [("manage_stakeholder", "Can manage stakeholders")]
        indexes = [
            models.Index(fields=["sector", "confirmed_at"], name="stakeholder_sector"),
            models.Index(fields=["left_at"], name="stakeholder_left"),
        ]

    def __str__(self):
        return self.name or "Somebody without a name"

    def save(self, *args, **kwargs):
        if not self.address_key:
            self.address_key = address_key(self.address)
        super().save(*args, **kwargs)

    @property
    def is_confirmed(self):
        return bool(self.confirmed_at) and not self.left_at

    @property
    def state(self):
        """In one word for lists."""
        if self.left_at:
            return "left"
        if not self.confirmed_at:
            return "pending"
        return "paused" if self.paused_at else "confirmed"
