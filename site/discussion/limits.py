"""How often comments may mail one address within an hour."""

from datetime import timedelta
from functools import cache
from math import ceil

from django.conf import settings
from django.utils import timezone

from core.limits import HOUR, in_minutes
from core.prepared import Gap, Prepared
from core.refusals import Refused

from .models import PublicComment


def check_address(author_key):
    """Refuse a comment, already written down in this transaction, whose mail would be one too many
    for its address: each comment mails it once an hour at most, so the rows say how many."""
    places = settings.COMMENTS_PER_ADDRESS_AND_HOUR
    newest = newest_dates(places + 1)(author_key)
    hour_ago = timezone.now() - timedelta(seconds=HOUR)
    if len(newest) > places and newest[-1] > hour_ago:
        wait = ceil((newest[-1] - hour_ago).total_seconds())
        raise Refused(
            "Many comments were sent with this e-mail address within an hour. "
            f"Your text is still here: please send it again {in_minutes(wait)}.",
            status=429,
            retry_after=wait,
        )


def is_far_from_limit(number):
    """Whether an author of so many comments can't have come near the limit of an address: half of
    it is left for others that are taken in the same moment."""
    return number < settings.COMMENTS_PER_ADDRESS_AND_HOUR // 2


@cache
def newest_dates(number):
    """When so many comments of an author (a key) were sent at most, the newest first."""
    comments = PublicComment.objects.filter(author_key=Gap()).order_by("-submit_date")
    return Prepared(comments.values_list("submit_date", flat=True)[:number])
