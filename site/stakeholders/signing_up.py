"""Signing up, and being sure of it: the row and its mail are written together or not at all."""

from functools import cache

from django.db import transaction
from django.utils import timezone

from core.addresses import address_key
from core.prepared import Gap, Prepared
from mailing.models import Reason, Suppression

from . import choices as choosing
from .lifecycle import record
from .limits import has_had_enough
from .mails import KNOWN, mail_confirmation, mail_preferences_link
from .models import Action, Actor, SignUp, Stakeholder
from .signals import stakeholder_confirmed
from .tokens import new_token, token_hash
from .wording import consent_words


@transaction.atomic
def sign_up(address, choices, source, actor=Actor.PERSON):
    """Ask the person at `address` to confirm `choices` (stakeholders.choices), and return the
    Stakeholder. Who takes part already gets a mail that says so; nothing of theirs changes.

    Each case writes about the same, so that the time it takes tells nobody which it was.
    """
    new = Stakeholder(address=address, address_key=address_key(address))
    Stakeholder.objects.bulk_create([new], ignore_conflicts=True)
    [person] = held()(new.address_key)
    if person.uuid != new.uuid and has_had_enough(person):
        return person
    token = new_token()
    asked = SignUp.objects.create(
        stakeholder=person,
        token_hash=token_hash(token),
        address=address,
        choices=choices,
        source=source[:200],
    )
    if person.is_confirmed:
        mail_preferences_link(person, KNOWN)
    else:
        record(person, Action.SIGNED_UP, source, actor, consent_words(choices))
        mail_confirmation(asked, token)
    return person


@cache
def held():
    """The Stakeholder of an address (its key), in a list, held until the transaction ends."""
    return Prepared(Stakeholder.objects.filter(address_key=Gap()).select_for_update().order_by())


def find(token):
    """The SignUp that a link names, None where it was used, has expired or never was."""
    asked = SignUp.objects.open().filter(token_hash=token_hash(token))
    return asked.select_related("stakeholder").first()


@transaction.atomic
def confirm(asked):
    """Take the choices of a SignUp and return the Stakeholder, who takes part from now on; None if
    its link was used before."""
    person = Stakeholder.objects.select_for_update().get(pk=asked.stakeholder_id)
    if not SignUp.objects.filter(pk=asked.pk).delete()[0]:
        return None
    choosing.apply(asked.choices, person)
    person.address = asked.address
    person.confirmed_at = timezone.now()
    person.left_at = person.paused_at = None
    person.save()
    # Whoever called a mail of ours spam once has asked for mail again.
    Suppression.objects.lift(person.address_key, Reason.COMPLAINT)
    record(person, Action.CONFIRMED, "link by mail", wording=consent_words(asked.choices))
    stakeholder_confirmed.send(sender=Stakeholder, stakeholder=person)
    return person
