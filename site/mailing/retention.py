"""What is blanked, and when: what mails said after MAIL_BODY_DAYS, to whom after MAIL_ADDRESS_DAYS.

What is left says that a mail about this was sent, so that it is never sent again.
"""

from datetime import timedelta

from django.conf import settings
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone

from .models import Delivery, Notification


def days_ago(days):
    return timezone.now() - timedelta(days=days)


def purge():
    """Blank what has been kept long enough, counted from the end of the last delivery."""
    ended = days_ago(settings.MAIL_BODY_DAYS)
    still_needed = Delivery.objects.filter(
        Q(ended_at=None) | Q(ended_at__gte=ended), notification=OuterRef("pk")
    )
    Notification.objects.whole().filter(~Exists(still_needed), created__lt=ended).update(
        text="", html=""
    )
    blanked = Delivery.objects.filter(notification__text="")
    blanked.exclude(personal={}).update(personal={})
    blanked.filter(ended_at__lt=days_ago(settings.MAIL_ADDRESS_DAYS)).exclude(address="").update(
        address=""
    )
