"""What people hear by mail when they sign up or ask for a link, and nothing before they are sure.

None holds a word that somebody typed: whoever gets it may never have heard of us.
"""

from functools import cache

from django.conf import settings
from django.utils import timezone

from core.days import start_of
from core.prepared import Gap, Prepared
from mailing.kinds import Kind, register
from mailing.outbox import post

from . import links
from .models import Action, ConsentRecord, SignUp, Stakeholder
from .tokens import token_hash

CONFIRM = "stakeholder-confirm"
KNOWN = "stakeholder-known"
LINK = "stakeholder-link"

# Of a day on which clocks are put back.
MOST_HOURS = 25


def register_kinds():
    register(
        Kind(
            CONFIRM,
            "stakeholders/mail/confirm.html",
            personal=("confirm_url",),
            still_wanted=can_be_confirmed,
            parked_after_crash=True,
            even_if_suppressed=True,
        )
    )
    for name, still_wanted in ((KNOWN, takes_part), (LINK, is_known)):
        template = f"stakeholders/mail/{name.removeprefix('stakeholder-')}.html"
        register(
            Kind(
                name,
                template,
                personal=("preferences_url",),
                still_wanted=still_wanted,
                parked_after_crash=True,
                even_if_suppressed=True,
            )
        )


def mail_confirmation(sign_up, token):
    """The link that proves the address. Mails of one day share one text, as far as they go to
    different addresses: the history counts those to the same."""
    today = timezone.localdate()
    times = times_signed_up(MOST_HOURS * settings.SIGN_UPS_PER_ADDRESS_AND_HOUR)
    of_today = [at for at in times(sign_up.stakeholder_id) if at >= start_of(today)]
    post(
        CONFIRM,
        f"{today}-{len(of_today)}",
        sign_up.address,
        {"days": settings.UNCONFIRMED_SIGN_UP_DAYS},
        {"confirm_url": links.confirm_url(token)},
    )


@cache
def times_signed_up(number):
    """When somebody (a primary key) signed up last, so many times at most."""
    history = ConsentRecord.objects.filter(stakeholder=Gap(), action=Action.SIGNED_UP)
    return Prepared(history.order_by("-pk").values_list("at", flat=True)[:number])


def mail_preferences_link(stakeholder, kind=LINK):
    """The link that signs somebody in: one mail in ten minutes, however often it is asked for."""
    ten_minutes = f"{timezone.now():%Y-%m-%d-%H:%M}"[:-1]
    personal = {"preferences_url": links.preferences_url(stakeholder)}
    post(kind, ten_minutes, stakeholder.address, {}, personal)


def can_be_confirmed(delivery):
    token = links.token_in(delivery.personal["confirm_url"])
    return SignUp.objects.open().filter(token_hash=token_hash(token)).exists()


def takes_part(delivery):
    return Stakeholder.objects.confirmed().at(delivery.address).exists()


def is_known(delivery):
    return Stakeholder.objects.known().at(delivery.address).exists()
