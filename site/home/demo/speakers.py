"""Whose comments are official on one's own machine: the accounts of both partners."""

from discussion.models import Spokesperson

from .record import find, once

SPEAKERS = {"policy": "central-policy-office", "civil-society": "open-records-trust"}


def make_speakers(organisations):
    """Make spokespeople of those accounts that the demo made."""
    for name, organisation in SPEAKERS.items():
        if user := find(f"account/{name}"):
            speaker = Spokesperson(user=user, organisation=organisations[organisation])
            once(f"spokesperson/{name}", lambda s=speaker: s.save() or s)
