"""What gunicorn serves: `gunicorn --pythonpath site config.wsgi`."""

import os

from django.core.wsgi import get_wsgi_application

from core.page_store.front import Front

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.production")

application = Front(get_wsgi_application())
