"""The links that stakeholders get by mail: who has one may do what it is for.

A uuid keeps its hyphens: to spam filters 32 digits in a row may look like a Bitcoin address.
"""

from functools import cache
from uuid import UUID

from django.conf import settings
from django.core.signing import BadSignature, Signer, TimestampSigner
from django.urls import reverse

from .identity import LASTS
from .models import Stakeholder

ENTER = "stakeholders.enter"
UNSUBSCRIBE = "stakeholders.unsubscribe"
KEY = "key:"


def confirm_url(token):
    """Confirms one sign-up, once. The colon keeps it out of the log (`core.logs`)."""
    return absolute("stakeholder_confirm", KEY + token)


def token_in(url):
    """What the last part of a link holds; links of old had no mark before it."""
    return url.rstrip("/").rpartition("/")[2].removeprefix(KEY)


def preferences_url(stakeholder):
    """Signs the person in and leads to what they chose and what is held of them. It ends after 30
    days, or when the person leaves."""
    token = TimestampSigner(salt=ENTER).sign(str(stakeholder.session_key))
    return absolute("stakeholder_enter", token)


def unsubscribe_url(stakeholder):
    """Ends all mail. It never expires: whoever finds an old mail can leave by it."""
    return absolute("stakeholder_unsubscribe", Signer(salt=UNSUBSCRIBE).sign(str(stakeholder.uuid)))


def who_may_enter(token):
    """The stakeholder for a link to preferences, None where it doesn't hold."""
    try:
        key = TimestampSigner(salt=ENTER).unsign(token, max_age=LASTS)
    except BadSignature:
        return None
    return Stakeholder.objects.known().filter(session_key=UUID(key)).first()


def who_unsubscribes(token):
    """The stakeholder for an unsubscribe link, None where it doesn't hold."""
    try:
        uuid = Signer(salt=UNSUBSCRIBE).unsign(token)
    except BadSignature:
        return None
    return Stakeholder.objects.filter(uuid=UUID(uuid)).first()


def absolute(view, token):
    return f"{settings.SITE_URL}{path_before_token(view)}{token}/"


@cache
def path_before_token(view):
    """Django takes longer to find it than to sign a token, and a digest has two for each person."""
    return reverse(view, args=["-"]).removesuffix("-/")
