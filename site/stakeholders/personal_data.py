"""What is held of a stakeholder, by e-mail address."""

from . import lifecycle
from .choices import choices_of
from .models import Stakeholder
from .wording import consent_words, topics_of

TAKEN_AS_THEY_ARE = ("address", "created", "confirmed_at", "paused_at", "left_at")
OF_AN_ENTRY = ("action", "wording", "wording_version", "source", "actor", "at")
OF_A_SIGN_UP = ("address", "choices", "source", "created")


def export_stakeholder(address):
    """At most one entry: what the person chose, with the history of consent, and what was typed
    into the sign-up form and is not confirmed."""
    return [
        {
            **{name: getattr(person, name) for name in TAKEN_AS_THEY_ARE},
            **choices_of(person),
            "follows": topics_of(choices_of(person)),
            "consent": consent_words(choices_of(person)),
            "history": list(person.consents.values(*OF_AN_ENTRY)),
            "unconfirmed": list(person.sign_ups.values(*OF_A_SIGN_UP)),
        }
        for person in Stakeholder.objects.at(address)
    ]


def erase_stakeholder(address):
    people = list(Stakeholder.objects.at(address).select_for_update())
    for person in people:
        lifecycle.erase(person)
    return len(people)
