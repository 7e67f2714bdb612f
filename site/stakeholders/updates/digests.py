"""From what people are yet to hear of to mail: one for each person, with all that waits."""

from datetime import datetime, time, timedelta
from itertools import groupby

from django.db import transaction
from django.db.models import Exists, OuterRef
from django.utils import timezone

from mailing.outbox import post_to_many
from stakeholders.links import preferences_url, unsubscribe_url
from stakeholders.models import Digest, Frequency, Stakeholder, Untold

from .mails import UPDATES, context_of

AT_A_TIME = 1000
HOUR = time(7)
MONDAY = 0


def last_digest(frequency, now):
    """The moment at which digests of this frequency were last to go: what was told by then is due.
    At seven in the morning; weekly ones on Mondays."""
    if frequency == Frequency.AT_ONCE:
        return now
    today = timezone.localtime(now)
    day = today.date() - timedelta(days=today.time() < HOUR)
    if frequency == Frequency.WEEKLY:
        day -= timedelta(days=(day.weekday() - MONDAY) % 7)
    return timezone.make_aware(datetime.combine(day, HOUR))


def people_due(frequency):
    """Those of this frequency for whom something is due, to whom mail may go."""
    untold = Untold.objects.filter(
        stakeholder=OuterRef("pk"), update__told_at__lte=last_digest(frequency, timezone.now())
    )
    return Stakeholder.objects.reachable().filter(Exists(untold), frequency=frequency)


def hand_over(frequency, progress=lambda number: None):
    """Write mails to all for whom something is due, each with all that waits for that person, and
    tell `progress` of each batch how many it had. Each batch is whole or not at all."""
    last = 0
    while people := hand_over_some(people_due(frequency).filter(pk__gt=last)):
        last = people[-1].pk
        progress(len(people))


@transaction.atomic
def hand_over_some(due):
    """Do so for the first of `due`; return them."""
    # Whoever hands over at the same time takes others, and sees afterwards what we have done.
    locked = due.select_for_update(skip_locked=True)
    people = {each.pk: each for each in locked.order_by("pk")[:AT_A_TIME]}
    rows = Untold.objects.filter(stakeholder__in=people)
    updates = list(rows.order_by().values_list("update", flat=True).distinct())
    # An update's rows are committed all at once: of those seen here none comes later.
    rows = rows.filter(update__in=updates)
    for numbers, group in by_updates(rows.wanted()):
        post_digest(numbers, [people[pk] for pk in group])
    rows.delete()
    return list(people.values())


def by_updates(rows):
    """{the updates that somebody is to hear of: [those who are to hear of just these]}, items."""
    pairs = rows.order_by("stakeholder", "update").values_list("stakeholder", "update")
    found = {}
    for person, own in groupby(pairs, key=lambda pair: pair[0]):
        found.setdefault(tuple(update for _, update in own), []).append(person)
    return found.items()


def post_digest(updates, people):
    digest = Digest.objects.of(updates, timezone.localdate())
    recipients = ((person.address, personal(person)) for person in people)
    post_to_many(UPDATES, str(digest.pk), recipients, context_of(digest.updates.all()))


def personal(person):
    return {
        "preferences_url": preferences_url(person),
        "unsubscribe_url": unsubscribe_url(person),
    }
