"""Links that hold outside this site: in mails, in feeds."""

from django.conf import settings


def absolute(path):
    """The whole address of a path on this site's own host."""
    return f"{settings.SITE_URL}{path}"
