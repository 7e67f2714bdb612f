"""What moderators have before them, and how quickly they get through it."""

from datetime import timedelta

from django.db.models import Count, F, Min
from django.utils import timezone

from discussion.models import Decision, PublicComment, State

RECENTLY = timedelta(days=28)


def waiting():
    """{"number", "oldest"}: how many comments wait and since when the oldest does, None if none."""
    return PublicComment.objects.pending().aggregate(number=Count("*"), oldest=Min("confirmed_at"))


def waiting_by_page():
    """[(title of the page, how many wait on it)], most first."""
    rows = PublicComment.objects.pending().order_by().values("page", "page__title")
    counted = rows.annotate(number=Count("*")).order_by("-number", "page__title")
    return list(counted.values_list("page__title", "number"))


def median_wait():
    """The time within which half of the comments decided lately were; None without any."""
    waits = (
        Decision.objects.filter(
            made_at__gte=timezone.now() - RECENTLY,
            state_before=State.PENDING,
            comment__confirmed_at__isnull=False,
        )
        .annotate(wait=F("made_at") - F("comment__confirmed_at"))
        .order_by("wait")
        .values_list("wait", flat=True)
    )
    number = waits.count()
    return waits[number // 2] if number else None


def in_words(wait):
    """A time to wait as people say it."""
    hours = round(wait / timedelta(hours=1))
    if hours < 1:
        return "less than an hour"
    if hours < 48:
        return f"{hours} hour{'' if hours == 1 else 's'}"
    return f"{wait.days} days"
