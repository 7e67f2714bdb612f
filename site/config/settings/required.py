"""What production must be told: the start stops without it. `base` has defaults for some of it,
which fit nobody's site."""

import environ
from django.core.exceptions import ImproperlyConfigured

NAMES = (
    "SECRET_KEY",
    "ADDRESS_KEY",
    "ALLOWED_HOSTS",
    "SITE_URL",
    "DATABASE_URL",
    "EMAIL_URL",
    "DEFAULT_FROM_EMAIL",
)

for name in NAMES:
    # Nor is `ADDRESS_KEY=` in a file enough: addresses would be hashed with a key that all know.
    if not environ.Env().str(name).strip():
        raise ImproperlyConfigured(f"Set the {name} environment variable: it is empty")
