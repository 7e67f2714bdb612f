"""What is no longer kept, and when it goes."""

from datetime import timedelta

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from . import choices
from .models import ConsentRecord, SignUp, Stakeholder


def days_ago(days):
    return timezone.now() - timedelta(days=days)


def due():
    """{what: the queryset of what is due to go}."""
    left_long_ago = Stakeholder.objects.left().filter(
        left_at__lt=days_ago(settings.STAKEHOLDER_ADDRESS_DAYS)
    )
    return {
        "sign-ups": SignUp.objects.expired(),
        "stakeholders": Stakeholder.objects.pending().filter(created__lt=SignUp.objects.oldest()),
        "addresses": left_long_ago.exclude(address=""),
        "consents": ConsentRecord.objects.filter(
            stakeholder__left_at__lt=days_ago(settings.CONSENT_HISTORY_DAYS)
        ),
    }


@transaction.atomic
def purge():
    """Delete sign-ups that nobody confirmed, with the people who never took part; blank the
    addresses of those who left; forget the history of consents that ended long ago. Returns {what:
    how many}."""
    expired = due()
    counts = {"sign-ups": expired["sign-ups"].delete()[0]}
    # Whoever signed up once more in the meantime stays for as long as that can be confirmed.
    unconfirmed = expired["stakeholders"].filter(sign_ups=None).values_list("pk", flat=True)
    unconfirmed = Stakeholder.objects.filter(pk__in=list(unconfirmed))
    counts["stakeholders"] = unconfirmed.count()
    unconfirmed.delete()
    gone = list(expired["addresses"])
    for person in gone:
        choices.forget(person)
    Stakeholder.objects.filter(pk__in=[person.pk for person in gone]).update(address="")
    counts["addresses"] = len(gone)
    counts["consents"] = expired["consents"].delete()[0]
    return counts
