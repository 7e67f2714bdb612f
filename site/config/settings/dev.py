"""For work on one's own machine: debug pages, mail written to a folder."""

from .base import *  # noqa: F403
from .base import VAR, env

DEBUG = True
SECRET_KEY = env.str("SECRET_KEY", default="insecure-for-development-only")
ADDRESS_KEY = SECRET_KEY
ALLOWED_HOSTS = ["*"]
# Browsers let http://localhost have passkeys, but no number such as 127.0.0.1.
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = True

MAIL_TRANSPORT = "django.core.mail.backends.filebased.EmailBackend"
EMAIL_FILE_PATH = VAR / "mail"

STORAGES["staticfiles"]["BACKEND"] = "django.contrib.staticfiles.storage.StaticFilesStorage"  # noqa: F405
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = True

# Whoever changes a template sees the change.
for name in ("template_fragments", "page_texts"):
    CACHES[name] = {"BACKEND": "django.core.cache.backends.dummy.DummyCache"}  # noqa: F405
