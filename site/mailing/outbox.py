"""The outbox: whoever wants to tell somebody something posts it here."""

from dataclasses import dataclass
from itertools import islice
from urllib.parse import urlsplit
from uuid import uuid4

from django.conf import settings
from django.db import transaction

from . import kinds
from .addresses import validate_address
from .frozen import compose, compose_alike, freeze, said_before, write_down
from .models import Delivery, Notification

AT_A_TIME = 1000


@dataclass(frozen=True)
class Mail:
    """One mail in words that others may share. Almost nothing is left to be done when it is posted,
    so that whoever has a lock to hold can put it together beforehand."""

    words: Notification
    recipient: tuple
    cause: str

    def post(self):
        """Write it down; it is sent once this transaction is committed. Raises IntegrityError where
        a mail to this address was posted for its cause."""
        words = self.words if self.words.pk else write_down(self.words)
        delivery(words, *self.recipient, self.cause).save(force_insert=True)


def mail(kind, cause, to, context, personal):
    """A Mail to one address for a cause of its own, such as one comment, when very many get the
    like of it: what is said of all of them is written down once a day. `context` is plain values;
    all else is as in `post`.
    """
    kind = kinds.KINDS[kind]
    return Mail(compose_alike(kind, context), checked(kind, to, personal), cause)


def post(kind, key, to, context, personal=None):
    """Write down one mail to the address `to`; it is sent once this transaction is committed.

    `kind` is the name of a registered kind, `key` the cause, such as a comment's uuid. The same
    kind, key and address are never mailed twice, however often and concurrently it is posted.
    `context` fills the kind's template when a key is first used and is then frozen: it must hold
    for every recipient. `personal` has exactly the kind's personal names, as text for this one.

    Never put a stranger's text into a mail to an address that has not been confirmed.

    Raises ValidationError for what `validate_address` refuses, and ValueError for a `personal`
    that does not fit the kind.
    """
    kind = kinds.KINDS[kind]
    recipient = checked(kind, to, personal or {})
    notification = said_before(kind, key) or freeze(compose(kind, key, context))
    if notification.text:
        deliver(notification, [recipient])


@transaction.atomic
def post_to_many(kind, key, recipients, context):
    """Write down one mail to each of `recipients`, all or none; return how many are new.

    `recipients` is any iterable of (address, personal), read as it is written: it may be longer
    than memory. All else is as in `post`.
    """
    kind = kinds.KINDS[kind]
    notification = freeze(compose(kind, key, context))
    if not notification.text:
        return 0
    before = notification.deliveries.count()
    deliver(notification, (checked(kind, *recipient) for recipient in recipients))
    return notification.deliveries.count() - before


def checked(kind, to, personal):
    """A recipient as (address, personal values as text), if mails of this kind can go there."""
    personal = {name: str(value) for name, value in personal.items()}
    if set(personal) != set(kind.personal):
        raise ValueError(f"Mails of the kind {kind.name} need exactly {kind.personal}.")
    validate_address(to)
    return to, personal


def deliver(notification, recipients):
    """Write down that `notification` goes to `recipients`, an iterable of (address, personal),
    unless that is written already."""
    deliveries = (delivery(notification, *recipient) for recipient in recipients)
    while some := list(islice(deliveries, AT_A_TIME)):
        Delivery.objects.bulk_create(some, ignore_conflicts=True)


def delivery(notification, to, personal, cause=""):
    host = urlsplit(settings.SITE_URL).hostname
    return Delivery(
        notification=notification,
        address=to,
        cause=cause,
        personal=personal,
        message_id=f"<{uuid4()}@{host}>",
    )
