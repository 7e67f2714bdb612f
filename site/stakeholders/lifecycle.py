"""How a stakeholder comes, rests and goes. Each step is taken once, however often and concurrently
it is asked for, and leaves an entry in the history of consent."""

from uuid import uuid4

from django.db import transaction
from django.utils import timezone

from .models import Action, Actor, ConsentRecord, Stakeholder
from .signals import stakeholder_left
from .wording import VERSION


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
        record(stakeholder, Action.LEFT, source, actor)
        stakeholder_left.send(sender=Stakeholder, stakeholder=stakeholder)


def active(stakeholder, **fields):
    return Stakeholder.objects.filter(pk=stakeholder.pk, left_at=None, **fields)
