"""Production settings under which every page is made anew: the page store does all its work, and
what it keeps is out of date at once. For measuring alone."""

from config.settings.base import CACHES, VAR
from config.settings.production import *  # noqa: F403

PAGE_STORE_SECONDS = 0
# Not where the same site keeps its pages when it runs under production settings.
CACHES["default"]["LOCATION"] = VAR / "cache-of-the-bench"

# Whoever measures an admin page has a session and no phone.
SECOND_FACTOR_REQUIRED = False
