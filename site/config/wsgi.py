"""What gunicorn serves: `gunicorn --pythonpath site config.wsgi`."""

import os
from importlib import import_module

from django.conf import settings
from django.core.wsgi import get_wsgi_application

from core.page_store.front import Front

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.production")

application = Front(get_wsgi_application())

# Django would wait for the first request with the addresses, and all that they import.
import_module(settings.ROOT_URLCONF)
