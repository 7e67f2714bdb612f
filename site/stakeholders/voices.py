"""Whose voice is heard and whose is missing, by sector: how many signed up, and how many did what.

Apps above add what they count in their `AppConfig.ready()`.
"""

from collections.abc import Callable
from dataclasses import dataclass

from django.core.cache import cache
from django.db.models import Count
from django.utils import timezone

from core.counts import rounded
from core.models import Sector

from .models import Stakeholder

A_DAY = 24 * 60 * 60


@dataclass(frozen=True)
class Voice:
    """One way of taking part. `counter()` gives {sector: number of people}."""

    name: str
    label: str
    counter: Callable


def signed_up():
    people = Stakeholder.objects.confirmed().exclude(sector="")
    return dict(people.values_list("sector").annotate(Count("pk")).order_by())


_voices = {}


def register(name, label, counter):
    _voices[name] = Voice(name, label, counter)


register("signed-up", "Signed up", signed_up)


def labels():
    return [voice.label for voice in _voices.values()]


def table():
    """[(sector in words, [number for each of `labels()`])], in the order of the sectors."""
    counted = [voice.counter() for voice in _voices.values()]
    return [
        (sector.label, [counts.get(sector.value, 0) for counts in counted]) for sector in Sector
    ]


def public_table():
    """`table()` as it may be told: each number rounded down to a multiple of five, None below five,
    and no sums, so that no hidden number is worked out. It changes once a day at most, so that
    nobody sees a number move when one person comes."""
    key = f"voices:{timezone.localdate()}"
    return cache.get_or_set(key, rounded_table, A_DAY)


def rounded_table():
    return [(sector, [rounded(number) for number in numbers]) for sector, numbers in table()]
