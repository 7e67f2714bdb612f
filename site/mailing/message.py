"""A delivery as a mail."""

from urllib.parse import urlsplit

from django.conf import settings
from django.core.mail import EmailMultiAlternatives

from .frozen import fill_in, fill_in_html
from .kinds import KINDS

AUTOMATIC = {"Auto-Submitted": "auto-generated", "X-Auto-Response-Suppress": "All"}


def build(delivery, connection):
    """The message of `delivery`, text and HTML, to be sent over `connection`."""
    notification, personal = delivery.notification, delivery.personal
    message = EmailMultiAlternatives(
        subject=notification.subject,
        body=fill_in(notification.text, personal),
        to=[delivery.address],
        headers={**AUTOMATIC, **list_id(notification), **personal_headers(delivery)},
        connection=connection,
    )
    if notification.html:
        message.attach_alternative(fill_in_html(notification.html, personal), "text/html")
    return message


def list_id(notification):
    """The header of RFC 2919, where mails of this kind are those of a list."""
    name = KINDS[notification.kind].list_name
    host = urlsplit(settings.SITE_URL).hostname
    return {"List-Id": f"<{name}.{host}>"} if name else {}


def personal_headers(delivery):
    """Those that differ between recipients beside To and Date; of RFC 2369 and RFC 8058 where
    there is something to unsubscribe from."""
    headers = {"Message-ID": delivery.message_id}
    if "unsubscribe_url" in delivery.personal:
        headers["List-Unsubscribe"] = f"<{delivery.personal['unsubscribe_url']}>"
        headers["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click"
    return headers
