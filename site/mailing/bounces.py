"""What comes back, and whom we therefore don't write to any more."""

from django.db import transaction
from django.dispatch import receiver

from core.addresses import address_key

from .kinds import KINDS
from .models import Reason, Suppression
from .signals import address_bounced


@transaction.atomic
def tell_of(address, hard=False, complaint=False):
    """A mail to `address` came back: for good (`hard`), as spam (`complaint`) or for the moment."""
    address_bounced.send(
        sender=Suppression, address_key=address_key(address), hard=hard, complaint=complaint
    )


@receiver(address_bounced)
def write_down(sender, address_key, hard, complaint, **kwargs):
    if hard:
        Suppression.objects.add(address_key, Reason.HARD_BOUNCE)
    elif complaint:
        Suppression.objects.add(address_key, Reason.COMPLAINT)
    else:
        Suppression.objects.count_soft_bounce(address_key)


def withheld(deliveries):
    """Those of `deliveries` that must not be sent: {pk: why, in words}."""
    keys = {delivery.pk: address_key(delivery.address) for delivery in deliveries}
    suppressed = Suppression.objects.exclude(reason=Reason.NONE).filter(
        address_key__in=keys.values()
    )
    by_key = {each.address_key: each for each in suppressed}
    return {
        delivery.pk: f"Suppressed: {by_key[keys[delivery.pk]]}"
        for delivery in deliveries
        if keys[delivery.pk] in by_key
        and by_key[keys[delivery.pk]].withholds(KINDS[delivery.notification.kind])
    }
