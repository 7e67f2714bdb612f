"""How many mails a sign-up can send to one address."""

from datetime import timedelta

from django.conf import settings
from django.utils import timezone


def has_had_enough(stakeholder):
    """Whether this address was signed up as often within an hour as may be. Whoever does it is
    told nothing of it: it would tell that somebody else did."""
    hour_ago = timezone.now() - timedelta(hours=1)
    number = stakeholder.sign_ups.filter(created__gt=hour_ago).count()
    return number >= settings.SIGN_UPS_PER_ADDRESS_AND_HOUR
