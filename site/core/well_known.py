"""Files that machines ask every site for."""

from datetime import timedelta

from django.conf import settings
from django.http import Http404, HttpResponse
from django.utils import timezone

from .days import start_of
from .frame import get_frame

PLAIN = "text/plain; charset=utf-8"

ROBOTS = """User-agent: *
Disallow: /account/
Disallow: /admin/
Disallow: /comments/report/
Disallow: /comments/write/
Disallow: /search/
Disallow: /stances/

Sitemap: {site}/sitemap.xml
"""

# RFC 9116 wants a date less than a year ahead; each day's answer has a new one.
SECURITY = """Contact: mailto:{address}
Expires: {expires}
Preferred-Languages: en
Canonical: {site}/.well-known/security.txt
"""
HOLDS_FOR = timedelta(days=180)


def robots(request):
    return HttpResponse(ROBOTS.format(site=settings.SITE_URL), content_type=PLAIN)


def security(request):
    """Whom to tell of a weakness (RFC 9116): the contact address in the footer."""
    address = get_frame()["contact_email"]
    if not address:
        raise Http404("Nobody is named.")
    expires = start_of(timezone.localdate() + HOLDS_FOR).isoformat()
    words = SECURITY.format(address=address, expires=expires, site=settings.SITE_URL)
    return HttpResponse(words, content_type=PLAIN)
