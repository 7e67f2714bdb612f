"""Who leaves hears no more of what was due: not even after coming back."""

from stakeholders.models import Untold
from stakeholders.signals import stakeholder_erased, stakeholder_left


def connect():
    stakeholder_left.connect(forget, dispatch_uid="updates-forget-who-left")
    stakeholder_erased.connect(forget, dispatch_uid="updates-forget-who-is-erased")


def forget(sender, stakeholder, **kwargs):
    Untold.objects.filter(stakeholder=stakeholder).delete()
