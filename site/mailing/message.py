"""A delivery as a mail."""

from django.core.mail import EmailMultiAlternatives

from .frozen import fill_in, fill_in_html

AUTOMATIC = {"Auto-Submitted": "auto-generated", "X-Auto-Response-Suppress": "All"}


def build(delivery, connection):
    """The message of `delivery`, text and HTML, to be sent over `connection`."""
    notification, personal = delivery.notification, delivery.personal
    message = EmailMultiAlternatives(
        subject=notification.subject,
        body=fill_in(notification.text, personal),
        to=[delivery.address],
        headers={"Message-ID": delivery.message_id, **AUTOMATIC, **unsubscribe(personal)},
        connection=connection,
    )
    if notification.html:
        message.attach_alternative(fill_in_html(notification.html, personal), "text/html")
    return message


def unsubscribe(personal):
    """The headers of RFC 2369 and RFC 8058, where there is something to unsubscribe from."""
    if "unsubscribe_url" not in personal:
        return {}
    return {
        "List-Unsubscribe": f"<{personal['unsubscribe_url']}>",
        "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
    }
