"""What Django, Wagtail and allauth send is a row first as well."""

from uuid import uuid4

from django.core.mail.backends.base import BaseEmailBackend
from django.db import transaction

from .frozen import as_subject
from .kinds import Kind
from .models import Notification
from .outbox import checked, deliver

# They write each mail themselves, and each is a cause of its own, asked for by its recipient.
AS_WRITTEN = Kind("as-written", template="", even_if_suppressed=True)


class OutboxBackend(BaseEmailBackend):
    """For EMAIL_BACKEND: puts messages, text with or without HTML, into the outbox."""

    def send_messages(self, email_messages):
        for message in email_messages:
            write_down(message)
        return len(email_messages)


@transaction.atomic
def write_down(message):
    """Raises ValueError for attachments, which rows don't hold."""
    if message.attachments:
        raise ValueError("The outbox takes no attachments.")
    parts = {kind: content for content, kind in getattr(message, "alternatives", None) or ()}
    notification = Notification.objects.create(
        kind=AS_WRITTEN.name,
        key=uuid4().hex,
        subject=as_subject(message.subject),
        text=message.body,
        html=parts.get("text/html", ""),
    )
    deliver(notification, [checked(AS_WRITTEN, address, {}) for address in message.recipients()])
