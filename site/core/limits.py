"""How much one network and one address may send us within an hour: two limits, never the pair,
since who has many of the one would pass a limit on both together."""

import random
import time
from math import ceil

from django.conf import settings
from django.core.cache import cache

from .networks import network_of
from .refusals import Refused

HOUR = 60 * 60


def check_network(request):
    """Refuse what comes from a network that sent too much. Nothing of a network is kept but a
    keyed hash, in the cache, for an hour; without the cache everything is let through."""
    wait = take_place(network_of(request), settings.SENT_PER_NETWORK_AND_HOUR)
    if wait:
        raise Refused(
            "Very much came from your network within an hour, perhaps from others who share it. "
            f"What you wrote is still here: please send it again {in_minutes(wait)}.",
            status=429,
            retry_after=wait,
        )


def take_place(who, places):
    """Take one of so many places for an hour; return 0, or the seconds until one is free."""
    keys = [f"limit:{who}:{number}" for number in range(places)]
    # Most who come are few: a place drawn by lot is free, and the others need no look.
    if keys and cache.add(random.choice(keys), time.time() + HOUR, HOUR):  # noqa: S311
        return 0
    taken = cache.get_many(keys)
    now = time.time()
    if any(cache.add(key, now + HOUR, HOUR) for key in keys if key not in taken):
        return 0
    return max(1, ceil(min(taken.values()) - now)) if taken else 0


def in_minutes(seconds):
    minutes = ceil(seconds / 60)
    return "in a minute" if minutes == 1 else f"in {minutes} minutes"
