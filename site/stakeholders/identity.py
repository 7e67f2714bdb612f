"""Who is asking, without passwords: a link by mail signs a person in on one browser.

The cookie is read at addresses only that nobody keeps (`core.caching.private`).
"""

from datetime import timedelta
from uuid import UUID

from django.conf import settings

from .models import Stakeholder
from .signals import stakeholder_entered

LASTS = timedelta(days=30)
SALT = "stakeholders.identity"


def identify(request):
    """The stakeholder who takes part and is signed in on this browser, None if nobody is."""
    person = recognise(request)
    return person if person and person.is_confirmed else None


def recognise(request):
    """As `identify`, or somebody who left and comes to see what is still held of them."""
    key = request.get_signed_cookie(
        settings.STAKEHOLDER_COOKIE_NAME, default=None, salt=SALT, max_age=LASTS
    )
    return Stakeholder.objects.known().filter(session_key=UUID(key)).first() if key else None


def remember(response, stakeholder):
    """Sign `stakeholder` in on the browser that gets `response`. It holds for 30 days, until the
    person leaves or is erased, or until `forget`."""
    response.set_signed_cookie(
        settings.STAKEHOLDER_COOKIE_NAME,
        stakeholder.session_key.hex,
        salt=SALT,
        max_age=LASTS,
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Lax",
    )


def enter(request, response, stakeholder):
    """`remember`, and let the rest of the site take over what this browser held of a person who
    takes part."""
    remember(response, stakeholder)
    if stakeholder.is_confirmed:
        stakeholder_entered.send(
            sender=Stakeholder, stakeholder=stakeholder, request=request, response=response
        )


def forget(response):
    """Sign whoever it is out on this browser."""
    response.delete_cookie(settings.STAKEHOLDER_COOKIE_NAME, samesite="Lax")
