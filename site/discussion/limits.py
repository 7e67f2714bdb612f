"""How often comments may mail one address within an hour."""

from datetime import timedelta
from math import ceil

from django.conf import settings
from django.utils import timezone

from core.limits import HOUR, in_minutes
from core.refusals import Refused

from .models import PublicComment


def check_address(author_key):
    """Refuse a comment, already written down in this transaction, whose mail would be one too many
    for its address: each comment mails it once an hour at most, so the rows say how many."""
    of_address = PublicComment.objects.filter(author_key=author_key)
    # Who never sent so many sent fewer within the hour, and that is quicker to ask.
    if not of_address[settings.COMMENTS_PER_ADDRESS_AND_HOUR :].exists():
        return
    hour_ago = timezone.now() - timedelta(seconds=HOUR)
    recent = of_address.filter(submit_date__gt=hour_ago).order_by("submit_date")
    sent = list(recent.values_list("submit_date", flat=True))
    if len(sent) > settings.COMMENTS_PER_ADDRESS_AND_HOUR:
        wait = ceil((sent[0] - hour_ago).total_seconds())
        raise Refused(
            "Many comments were sent with this e-mail address within an hour. "
            f"Your text is still here: please send it again {in_minutes(wait)}.",
            status=429,
            retry_after=wait,
        )
