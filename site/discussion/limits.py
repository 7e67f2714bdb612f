"""How much one network and one address may send us within an hour: two limits, never the pair,
since who has many of the one would pass a limit on both together."""

import time
from datetime import timedelta
from math import ceil

from django.conf import settings
from django.core.cache import cache
from django.utils import timezone

from core.networks import network_of

from .models import PublicComment
from .refusals import Refused

HOUR = 60 * 60


def check_network(request):
    """Refuse what comes from a network that sent too much. Nothing of a network is kept but a
    keyed hash, in the cache, for an hour; without the cache everything is let through."""
    wait = take_place(network_of(request), settings.SENT_PER_NETWORK_AND_HOUR)
    if wait:
        raise Refused(
            "Very much came from your network within an hour, perhaps from others who share it. "
            f"Your text is still here: please send it again {in_minutes(wait)}.",
            status=429,
            retry_after=wait,
        )


def take_place(who, places):
    """Take one of so many places for an hour; return 0, or the seconds until one is free."""
    keys = [f"limit:{who}:{number}" for number in range(places)]
    taken = cache.get_many(keys)
    now = time.time()
    if any(cache.add(key, now + HOUR, HOUR) for key in keys if key not in taken):
        return 0
    return max(1, ceil(min(taken.values()) - now)) if taken else 0


def check_address(author_key):
    """Refuse another mail to an address that got many: each comment mails it once an hour at
    most, so the rows say how many."""
    hour_ago = timezone.now() - timedelta(seconds=HOUR)
    recent = PublicComment.objects.filter(author_key=author_key, submit_date__gt=hour_ago)
    sent = list(recent.order_by("submit_date").values_list("submit_date", flat=True))
    if len(sent) >= settings.COMMENTS_PER_ADDRESS_AND_HOUR:
        wait = ceil((sent[0] - hour_ago).total_seconds())
        raise Refused(
            "Many comments were sent with this e-mail address within an hour. "
            f"Your text is still here: please send it again {in_minutes(wait)}.",
            status=429,
            retry_after=wait,
        )


def in_minutes(seconds):
    minutes = ceil(seconds / 60)
    return "in a minute" if minutes == 1 else f"in {minutes} minutes"
