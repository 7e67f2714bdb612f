"""How long a session lasts: while it is used, and never longer than a working day."""

import time
from datetime import timedelta

from django.conf import settings
from django.utils import timezone

SIGNED_IN_AT = "signed_in_at"

# What a browser asks for by itself while a page stands open, so nobody's use of the session.
PINGS = "wagtailadmin_editing_sessions"


def begin_session(request, **kwargs):
    """Note when somebody signed in: what `while_used` counts from."""
    request.session[SIGNED_IN_AT] = time.time()


def while_used(get_response):
    """Put off the end of the session that was used. Django itself ends it, when that has come."""

    def middleware(request):
        response = get_response(request)
        if is_used(request):
            put_off_end(request.session)
        return response

    return middleware


def is_used(request):
    if not request.session.accessed or SIGNED_IN_AT not in request.session:
        return False
    return not (request.resolver_match and PINGS in request.resolver_match.namespaces)


def put_off_end(session):
    """Two hours from now, or twelve from sign-in. A minute more or less is not worth a write."""
    now = timezone.now()
    left = timedelta(seconds=session[SIGNED_IN_AT] + settings.SESSION_COOKIE_AGE - time.time())
    end = now + min(settings.SESSION_IDLE, left)
    if abs(end - session.get_expiry_date()) > timedelta(minutes=1):
        session.set_expiry(end)
