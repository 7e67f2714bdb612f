"""Where a mail service tells us what came back: one address, for the one service that is named."""

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.urls import path


def mail_service_urls():
    """None without a secret, by which the service proves that it is the one."""
    if not settings.ANYMAIL_WEBHOOK_SECRET:
        return []
    # Here, since it brings the libraries of all services.
    from anymail.urls import urlpatterns as services

    hook = f"{settings.ANYMAIL_SERVICE}_tracking_webhook"
    views = [pattern.callback for pattern in services if pattern.name == hook]
    if not views:
        raise ImproperlyConfigured("ANYMAIL_SERVICE names no service that django-anymail knows.")
    views[0].view_class()  # complains now, rather than to the service, of settings that it lacks
    return [path("mail-service/", views[0], name="mail_service")]
