"""What is told of the moderators' work: decisions by month and reason, how long people waited,
and what came of appeals.

A count says nothing of whom it counts, yet one decision may be known to be about one person. So
only finished months are counted, every count is rounded down to a multiple of five, what is below
five is "fewer than 5", and there are no sums: from rounded numbers no hidden one is worked out.
"""

from collections import Counter
from datetime import date

from django.db.models import Count, OuterRef, Q, Subquery
from django.db.models.functions import TruncMonth
from django.utils import timezone

from core.counts import FEWEST, rounded
from core.days import start_of

from .models.decision import Action, Decision
from .policy import Reason
from .waits import median_wait

MONTHS = 12
PUBLISHED = "published"


def first_of_month(back):
    """The first day of the month that lies `back` months before this one."""
    today = timezone.localdate()
    months = today.year * 12 + today.month - 1 - back
    return date(months // 12, months % 12 + 1, 1)


def standing():
    """Decisions of the last twelve finished months that were not undone."""
    next_action = Subquery(
        Decision.objects.filter(comment=OuterRef("comment"), pk__gt=OuterRef("pk"))
        .order_by("pk")
        .values("action")[:1]
    )
    within = Q(made_at__gte=start_of(first_of_month(MONTHS)))
    within &= Q(made_at__lt=start_of(first_of_month(0)))
    decisions = Decision.objects.filter(within).exclude(action=Action.UNDO)
    return decisions.annotate(next_action=next_action).filter(
        Q(next_action=None) | ~Q(next_action=Action.UNDO)
    )


def by_month():
    """[(first day of the month, [count by column])], newest first, months without any left out.
    The columns are those of `COLUMNS`."""
    counts = {}
    rows = (
        standing()
        .order_by()
        .annotate(month=TruncMonth("made_at"))
        .values_list("month", "action", "reason")
        .annotate(number=Count("pk"))
    )
    for month, action, reason, number in rows:
        column = PUBLISHED if action == Action.APPROVE else reason
        counts.setdefault(month.date(), Counter())[column] += number
    return [
        (month, [rounded(counts[month][column]) for column in (PUBLISHED, *Reason.values)])
        for month in sorted(counts, reverse=True)
    ]


COLUMNS = ["Published", *Reason.labels]


def usual_wait():
    """The time within which half of all comments were decided; None for fewer than five."""
    return median_wait(standing(), FEWEST)


def appeals():
    """How many appeals ended with the comment published, and how many did not: rounded."""
    decided = standing().filter(is_appeal=True)
    published = Q(action=Action.APPROVE)
    found = decided.aggregate(
        won=Count("pk", filter=published), lost=Count("pk", filter=~published)
    )
    return {name: rounded(number) for name, number in found.items()}
