"""What the outbox holds under one address."""

from core.addresses import address_key

from .frozen import fill_in
from .kinds import KINDS
from .models import Delivery, Notification, State, Suppression


def held(address):
    return Delivery.objects.filter(address__iexact=address.strip())


def export_mails(address):
    return [
        {
            "subject": mail.notification.subject,
            "text": fill_in(mail.notification.text, mail.personal),
            "state": mail.state,
            "written_at": mail.created,
            "ended_at": mail.ended_at,
        }
        for mail in held(address).select_related("notification").order_by("pk")
    ]


def erase_mails(address):
    """Unsent mails are deleted; of the others stays that one was sent, not to whom or what it said
    to them alone. What kinds with personal values say besides holds for everyone, and whoever is
    told next of the same cause gets it."""
    mails = list(held(address).values_list("pk", "notification"))
    rows = Delivery.objects.filter(pk__in=[pk for pk, _ in mails])
    others = Delivery.objects.exclude(pk__in=rows.values("pk")).values("notification")
    for_everyone = [kind.name for kind in KINDS.values() if kind.personal]
    to_them_alone = Notification.objects.filter(pk__in=[pk for _, pk in mails])
    to_them_alone = to_them_alone.exclude(pk__in=others).exclude(kind__in=for_everyone)
    to_them_alone.update(subject="", text="", html="")
    rows.filter(state=State.SENT).update(address="", personal={}, answer="")
    rows.exclude(address="").delete()
    return len(mails)


def export_suppressions(address):
    """Why we don't write to them, and how often mails to them came back."""
    return [
        {
            "reason": suppression.get_reason_display(),
            "came_back_for_the_moment": suppression.soft_bounces,
            "written_at": suppression.created,
        }
        for suppression in Suppression.objects.filter(address_key=address_key(address))
    ]


def keep_suppressions(address):
    """Without them we would write to that address again: a key that only we can compute stays."""
    return 0
