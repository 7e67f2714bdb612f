"""What a mail service tells us by its webhook, in django-anymail's words."""

import re

from anymail.signals import EventType, RejectReason, tracking
from django.dispatch import receiver

from .bounces import tell_of

CAME_BACK = (EventType.BOUNCED, EventType.REJECTED, EventType.FAILED)
FOR_GOOD = (RejectReason.INVALID, RejectReason.BOUNCED)
# Some services call it a bounce, too, when a mailbox is full or a server busy.
FOR_THE_MOMENT = re.compile(r"\b(4\.\d+\.\d+|5\.2\.2)\b|soft|temporar|full", re.IGNORECASE)


@receiver(tracking)
def hear(sender, event, **kwargs):
    if not event.recipient:
        return
    if event.event_type == EventType.COMPLAINED:
        tell_of(event.recipient, complaint=True)
    elif event.event_type in CAME_BACK:
        tell_of(event.recipient, hard=is_for_good(event))
    elif event.event_type == EventType.DEFERRED:
        tell_of(event.recipient)


def is_for_good(event):
    said = f"{event.description} {event.mta_response}"
    return event.reject_reason in FOR_GOOD and not FOR_THE_MOMENT.search(said)
