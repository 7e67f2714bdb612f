"""Days as people here count them."""

from datetime import datetime, time

from django.utils import timezone


def start_of(day):
    """The moment (aware) at which `day` begins here."""
    return timezone.make_aware(datetime.combine(day, time.min))
