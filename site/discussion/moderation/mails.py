"""What moderators hear by mail: each day what waits; once of each comment that waits too long."""

from datetime import timedelta

from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.exceptions import ValidationError
from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from discussion.models import PublicComment
from mailing.addresses import validate_address
from mailing.kinds import Kind, register
from mailing.outbox import post

from . import duty
from .tabs import number_reported

DIGEST, ALARM = "moderators-digest", "moderators-alarm"
PAGES_SHOWN = 20


def register_kinds():
    for name in (DIGEST, ALARM):
        template = f"discussion/moderation/mail/{name.removeprefix('moderators-')}.html"
        register(Kind(name, template))


def addresses():
    """Of the moderators who have one that mail can go to."""
    members = get_user_model().objects.filter(groups__name="Moderators", is_active=True)
    return [each for each in members.values_list("email", flat=True) if takes_mail(each)]


def takes_mail(address):
    try:
        validate_address(address)
    except ValidationError:
        return False
    return True


@transaction.atomic
def post_digest():
    """Tell moderators what waits, once a day at most."""
    waiting, reported = duty.waiting(), number_reported()
    if waiting["number"] or reported:
        by_page = duty.waiting_by_page() if waiting["number"] else []
        tell(
            DIGEST,
            f"{timezone.localdate()}",
            waiting=waiting,
            reported=reported,
            by_page=by_page[:PAGES_SHOWN],
            pages_left=len(by_page[PAGES_SHOWN:]),
        )


@transaction.atomic
def post_alarm():
    """Tell moderators of comments that wait too long, of each but once; return how many."""
    hours = settings.MODERATION_ALARM_HOURS
    since = timezone.now() - timedelta(hours=hours)
    late = PublicComment.objects.pending().filter(confirmed_at__lt=since, alarmed_at=None)
    oldest = late.order_by("confirmed_at", "pk").values_list("uuid", flat=True).first()
    number = late.update(alarmed_at=timezone.now())
    if number:
        tell(ALARM, str(oldest), number=number, hours=hours)
    return number


def tell(kind, key, **context):
    context["queue_url"] = settings.SITE_URL + reverse("comments:pending")
    for address in addresses():
        post(kind=kind, key=key, to=address, context=context)
