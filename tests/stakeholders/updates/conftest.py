"""Something to tell, and a clock that is set by hand."""

from datetime import datetime

import pytest
from django.utils import timezone

from mailing.models import Delivery
from stakeholders.models import Frequency, Update
from stakeholders.updates.digests import hand_over
from stakeholders.updates.kinds import news_of
from stakeholders.updates.telling import tell
from tests.factories import make_post, make_strand

# A Wednesday.
NOON = timezone.make_aware(datetime(2026, 11, 25, 12))  # noqa: DTZ001 -- made aware here


@pytest.fixture
def clock(monkeypatch):
    """`clock(day, hour)` sets the time, in November 2026; it begins at noon on Wednesday 25th."""

    def set_to(day=25, hour=12, minute=0):
        moment = NOON.replace(day=day, hour=hour, minute=minute)
        monkeypatch.setattr(timezone, "now", lambda: moment)

    set_to()
    return set_to


@pytest.fixture
def strand(home):
    return make_strand()


@pytest.fixture
def news(strand):
    """`news(title)` is what there is to tell of a new post in the strand."""

    def give(title="A new post", **fields):
        [found] = news_of(make_post(title, **({"strand": strand} | fields)))
        return found

    return give


@pytest.fixture
def tell_of(news):
    """`tell_of(title)` tells stakeholders of a new post in the strand."""
    return lambda title="A new post", **fields: tell(news(title, **fields), f"About {title}.")


@pytest.fixture
def run_digests():
    def run():
        for frequency in Frequency:
            hand_over(frequency)

    return run


@pytest.fixture
def heard():
    """The titles of what each address was told, mail by mail, as {address: [[title]]}."""

    def read():
        found = {}
        for delivery in Delivery.objects.select_related("notification").order_by("pk"):
            found.setdefault(delivery.address, []).append(titles(delivery))
        return found

    return read


def titles(delivery):
    told = Update.objects.filter(digests=delivery.notification.key).order_by("pk")
    return list(told.values_list("title", flat=True))
