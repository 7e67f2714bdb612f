"""What gunicorn serves: `gunicorn --pythonpath site config.wsgi`."""

import os

from django.core.wsgi import get_wsgi_application
from django.urls import get_resolver

from core.page_store.front import Front

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.production")

application = Front(get_wsgi_application())

# Django would wait for the first request with them, and all that they import with it.
get_resolver().url_patterns  # noqa: B018
