"""How long comments wait for a moderator."""

from datetime import timedelta

from django.db.models import DurationField, ExpressionWrapper, F

from .models.comment import State

WAIT = ExpressionWrapper(F("made_at") - F("comment__confirmed_at"), output_field=DurationField())


def median_wait(decisions, fewest=1):
    """The time within which half of the comments that `decisions` took out of the queue were
    decided; None where those are less than `fewest`."""
    taken = decisions.filter(state_before=State.PENDING, comment__confirmed_at__isnull=False)
    waits = taken.annotate(wait=WAIT).order_by("wait").values_list("wait", flat=True)
    number = waits.count()
    return waits[number // 2] if number >= fewest else None


def in_words(wait):
    """A time to wait as people say it: never finer than an hour."""
    if wait >= timedelta(days=2):
        return f"{wait.days} days"
    hours = round(wait / timedelta(hours=1))
    return f"{hours} hours" if hours > 1 else "about an hour"
