"""What is blanked, and when: what mails said after MAIL_BODY_DAYS, to whom after MAIL_ADDRESS_DAYS.

What is left says that a mail about this was sent, so that it is never sent again.
"""

from datetime import timedelta

from django.conf import settings
from django.db import transaction
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone

from .models import Delivery, Notification


def days_ago(days):
    return timezone.now() - timedelta(days=days)


@transaction.atomic
def purge(dry_run=False):
    """Blank what has been kept long enough, counted from the end of the last delivery; or, as a
    `dry_run`, undo it. Return (number of texts, number of addresses)."""
    ended = days_ago(settings.MAIL_BODY_DAYS)
    still_needed = Delivery.objects.filter(
        Q(ended_at=None) | Q(ended_at__gte=ended), notification=OuterRef("pk")
    )
    done = Notification.objects.whole().filter(~Exists(still_needed), created__lt=ended)
    texts = done.update(text="", html="")
    blanked = Delivery.objects.filter(notification__text="")
    blanked.exclude(personal={}).update(personal={})
    old = blanked.filter(ended_at__lt=days_ago(settings.MAIL_ADDRESS_DAYS))
    addresses = old.exclude(address="").update(address="")
    transaction.set_rollback(dry_run)
    return texts, addresses
