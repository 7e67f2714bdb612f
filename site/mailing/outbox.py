"""The outbox: whoever wants to tell somebody something posts it here."""

from urllib.parse import urlsplit
from uuid import uuid4

from django.conf import settings

from . import kinds
from .addresses import validate_address
from .frozen import freeze
from .models import Delivery


def post(kind, key, to, context, personal=None):
    """Write down one mail to the address `to`; it is sent once this transaction is committed.

    `kind` is the name of a registered kind, `key` the cause, such as a comment's uuid. The same
    kind, key and address are never mailed twice, however often and concurrently this is called.
    `context` fills the kind's template when a key is first posted and is then frozen: it must hold
    for every recipient. `personal` has exactly the kind's personal names, as text for this one.

    Never put a stranger's text into a mail to an address that has not been confirmed.

    Raises ValidationError for what `validate_address` refuses, and ValueError for a `personal`
    that does not fit the kind.
    """
    kind = kinds.KINDS[kind]
    personal = {name: str(value) for name, value in (personal or {}).items()}
    if set(personal) != set(kind.personal):
        raise ValueError(f"Mails of the kind {kind.name} need exactly {kind.personal}.")
    validate_address(to)
    notification = freeze(kind, key, context)
    if notification.text:
        deliver(notification, to, personal)


def deliver(notification, to, personal=None):
    """Write down that `notification` goes to the address `to`, unless that is written already."""
    validate_address(to)
    host = urlsplit(settings.SITE_URL).hostname
    delivery = Delivery(
        notification=notification,
        address=to,
        personal=personal or {},
        message_id=f"<{uuid4()}@{host}>",
    )
    Delivery.objects.bulk_create([delivery], ignore_conflicts=True)
