"""What people hear by mail when they sign up or ask for a link, and nothing before they are sure.

None holds a word that somebody typed: whoever gets it may never have heard of us.
"""

from django.conf import settings
from django.utils import timezone

from mailing.kinds import Kind, register
from mailing.outbox import mail, post

from . import links
from .models import SignUp, Stakeholder
from .tokens import token_hash

CONFIRM = "stakeholder-confirm"
KNOWN = "stakeholder-known"
LINK = "stakeholder-link"


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
    """The link that proves the address."""
    mail(
        CONFIRM,
        str(sign_up.pk),
        sign_up.address,
        {"days": settings.UNCONFIRMED_SIGN_UP_DAYS},
        {"confirm_url": links.confirm_url(token)},
    ).post()


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
