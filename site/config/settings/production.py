"""For the public: everything here tightens `base`, and a missing secret stops the start."""

from django.core.exceptions import ImproperlyConfigured

# First, since `base` complains of some that are empty in words that don't name them.
from . import required  # noqa: F401
from .base import *  # noqa: F403
from .base import MEDIA_SOURCES, S3_BUCKET, env

DEBUG = False
SECOND_FACTOR_REQUIRED = True
SECRET_KEY = env.str("SECRET_KEY")
SECRET_KEY_FALLBACKS = env.list("SECRET_KEY_FALLBACKS", default=[])
ADDRESS_KEY = env.str("ADDRESS_KEY")
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS")
if S3_BUCKET and not MEDIA_SOURCES:
    # Pages would forbid browsers to load the images from there.
    raise ImproperlyConfigured("Set S3_PUBLIC_HOST, from which readers get what is in S3_BUCKET")

# Where a proxy ends TLS, it says so in this header; it must also drop the reader's own copy of it.
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SECURE_SSL_REDIRECT = True
SECURE_REDIRECT_EXEMPT = [r"^healthz$", r"^readyz$"]
SECURE_HSTS_SECONDS = 2 * 365 * 24 * 60 * 60
SECURE_HSTS_INCLUDE_SUBDOMAINS = True
SECURE_HSTS_PRELOAD = True
SESSION_COOKIE_SECURE = True
SESSION_COOKIE_NAME = "__Host-session"
CSRF_COOKIE_SECURE = True
CSRF_COOKIE_NAME = "__Host-csrf"
STAKEHOLDER_COOKIE_NAME = "__Host-stakeholder"
VISITOR_COOKIE_NAME = "__Host-visitor"
