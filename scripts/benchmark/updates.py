"""Updates: how long it takes to tell many, and how much memory."""

import resource
import time
from datetime import timedelta

from . import report

PEOPLE, AT_A_TIME = 100_000, 1000
STEPS = 1
HEADS = ("", "", "people", "seconds", "MB more")


def measure(site, step, seconds):
    step(f"Digests for {PEOPLE:,} people")
    found = site.ask("updates", str(PEOPLE))
    told, handed_over = found["told"], found["handed over"]
    rows = [
        (what, "", f"{number:,.0f}", f"{took:.1f}", f"{memory:.0f}")
        for what, (number, took, memory) in found.items()
    ]
    whole, memory = told[1] + handed_over[1], handed_over[2]
    return "\n\n".join(
        [
            report.table(rows, HEADS),
            "\n".join(
                [
                    report.aim(
                        f"digests for {PEOPLE:,} within 60 s",
                        f"{whole:.0f} s for {handed_over[0]:,}",
                        whole <= 60 and handed_over[0] >= PEOPLE,
                    ),
                    report.aim("in flat memory, 50 MB at most", f"{memory:.0f} MB", memory <= 50),
                ]
            ),
        ]
    )


def tell_many(number):
    """{"told", "handed over": (people, seconds, MB by which memory grew)} of three updates that so
    many people hear of in a daily digest. Within Django."""
    from stakeholders.models import Frequency, Update
    from stakeholders.updates.digests import hand_over, people_due

    make_people(number)
    told = timed(tell_three)
    long_ago = Update.objects.latest("told_at").told_at - timedelta(days=2)
    Update.objects.told().update(told_at=long_ago)
    due = people_due(Frequency.DAILY).count()
    return {
        "told": (number, *told),
        "handed over": (due, *timed(lambda: hand_over(Frequency.DAILY))),
    }


def make_people(number):
    for first in range(0, number, AT_A_TIME):
        make_some(range(first, min(first + AT_A_TIME, number)))


def make_some(numbers):
    """Every fourth follows everything, the others a strand each: four different digests."""
    from django.utils import timezone

    from core.addresses import address_key
    from core.models import Strand
    from stakeholders.models import Frequency, Stakeholder, Subscription

    people = Stakeholder.objects.bulk_create(
        Stakeholder(
            address=f"person{n}@example.org",
            address_key=address_key(f"person{n}@example.org"),
            frequency=Frequency.DAILY,
            wants_updates=True,
            follows_all=n % 4 == 3,
            confirmed_at=timezone.now(),
        )
        for n in numbers
    )
    strands = list(Strand.objects.all()[:3])
    Subscription.objects.bulk_create(
        Subscription(stakeholder=person, strand=strands[n % 4])
        for n, person in zip(numbers, people, strict=True)
        if n % 4 < 3
    )


def tell_three():
    """One update in each of three strands."""
    from core.models import Strand
    from proposals.models import ProposalPage
    from stakeholders.updates.kinds import KINDS, News
    from stakeholders.updates.telling import tell

    page, kind = ProposalPage.objects.live().first(), KINDS["proposal-changed"]
    for strand in Strand.objects.all()[:3]:
        cause = f"bench-{strand.pk}"
        tell(News(kind, page, cause, page, strand.pk, page.title, "", page.full_url), "Words.")


def timed(function):
    """(seconds that it took, MB by which the process came to need more)."""
    before, began = peak(), time.perf_counter()
    function()
    return time.perf_counter() - began, peak() - before


def peak():
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
