"""How a stakeholder changes, rests and goes. Each step is taken once, however often and at once it
is asked for, and leaves an entry in the history of consent."""

from uuid import uuid4

from django.db import transaction
from django.utils import timezone

from . import choices as choosing
from .models import Action, Actor, ConsentRecord, Stakeholder
from .signals import stakeholder_erased, stakeholder_left
from .wording import VERSION, consent_words


def record(stakeholder, action, source, actor=Actor.PERSON, wording=""):
    """Add an entry to the history of consent."""
    ConsentRecord.objects.create(
        stakeholder=stakeholder,
        action=action,
        wording=wording,
        wording_version=VERSION,
        source=source[:200],
        actor=actor,
    )


@transaction.atomic
def change(stakeholder, choices, source):
    """Take other `choices` (stakeholders.choices) of somebody who takes part."""
    person = active(stakeholder).select_for_update().first()
    if person and choices != choosing.choices_of(person):
        choosing.apply(choices, person)
        person.save()
        record(person, Action.CHANGED, source, wording=consent_words(choices))


@transaction.atomic
def pause(stakeholder, source):
    """No mail until the person resumes."""
    if active(stakeholder, paused_at=None).update(paused_at=timezone.now()):
        record(stakeholder, Action.PAUSED, source)


@transaction.atomic
def resume(stakeholder, source):
    if active(stakeholder, paused_at__isnull=False).update(paused_at=None):
        record(stakeholder, Action.RESUMED, source)


@transaction.atomic
def leave(stakeholder, source, actor=Actor.PERSON):
    """No mail any more, and signed out on every browser. What is personal goes later, by
    `purge_stakeholders`."""
    if active(stakeholder).update(left_at=timezone.now(), paused_at=None, session_key=uuid4()):
        stakeholder.sign_ups.all().delete()
        record(stakeholder, Action.LEFT, source, actor)
        stakeholder_left.send(sender=Stakeholder, stakeholder=stakeholder)


@transaction.atomic
def erase(stakeholder, actor=Actor.PERSON):
    """Delete all that is personal, for good. What stays is when a consent was given and ended, and
    the keyed hash of the address, so that no list brought in later signs this person up again."""
    choosing.forget(stakeholder)
    stakeholder.sign_ups.all().delete()
    stakeholder.consents.blank()
    left_at = stakeholder.left_at or timezone.now()
    Stakeholder.objects.filter(pk=stakeholder.pk).update(
        address="", left_at=left_at, paused_at=None, session_key=uuid4()
    )
    record(stakeholder, Action.ERASED, "erasure", actor)
    stakeholder_erased.send(sender=Stakeholder, stakeholder=stakeholder)


def active(stakeholder, **fields):
    return Stakeholder.objects.filter(pk=stakeholder.pk, left_at=None, **fields)
