"""What moderators have before them, and how quickly they get through it."""

from datetime import timedelta

from django.db.models import Count, Min
from django.utils import timezone

from discussion.models import Decision, PublicComment
from discussion.waits import median_wait

RECENTLY = timedelta(days=28)


def waiting():
    """{"number", "oldest"}: how many comments wait and since when the oldest does, None if none."""
    return PublicComment.objects.pending().aggregate(number=Count("*"), oldest=Min("confirmed_at"))


def waiting_by_page():
    """[(title of the page, how many wait on it)], most first."""
    rows = PublicComment.objects.pending().order_by().values("page", "page__title")
    counted = rows.annotate(number=Count("*")).order_by("-number", "page__title")
    return list(counted.values_list("page__title", "number"))


def recent_wait():
    """The time within which half of the comments decided lately were; None without any."""
    return median_wait(Decision.objects.filter(made_at__gte=timezone.now() - RECENTLY))
