"""For the tests: quick, quiet, and leaving nothing behind."""

import tempfile
from pathlib import Path

from .base import *  # noqa: F403

DEBUG = False
SECRET_KEY = "for-tests-only"  # noqa: S105
ADDRESS_KEY = "for-tests-too"
ALLOWED_HOSTS = ["localhost", "127.0.0.1", "testserver"]
SITE_URL = "http://localhost"
WAGTAILADMIN_BASE_URL = SITE_URL

FOLDER = tempfile.TemporaryDirectory(prefix="open-policy-tests-")  # removed when the tests end
VAR = Path(FOLDER.name)
MEDIA_ROOT = VAR / "media"
STATIC_ROOT = VAR / "static"
STATIC_ROOT.mkdir()
if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":  # noqa: F405
    # A file, as in use: tables in memory, shared by the threads of a live server, lock each other
    # out without waiting.
    DATABASES["default"]["TEST"] = {"NAME": VAR / "tests.sqlite3"}  # noqa: F405
else:
    # What a test wrote need not outlive the machine.
    DATABASES["default"]["OPTIONS"]["options"] = "-c synchronous_commit=off"  # noqa: F405
CACHES["default"] = {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}  # noqa: F405
MAIL_TRANSPORT = "django.core.mail.backends.locmem.EmailBackend"
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
STORAGES["staticfiles"]["BACKEND"] = "django.contrib.staticfiles.storage.StaticFilesStorage"  # noqa: F405
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = False
