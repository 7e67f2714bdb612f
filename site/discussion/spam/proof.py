"""Proof of work by ALTCHA's method: before a form is sent, the browser tries numbers for a moment.

One person hardly notices; whoever sends thousands does. Who has no JavaScript sends without it and
is read by a moderator like anyone else: it is one sign among others (`signs.py`).
"""

import json

from altcha import v1 as altcha
from django.conf import settings
from django.utils.crypto import salted_hmac


def challenge_for(form_id):
    """The task for the form of that name, as JSON: find `number`, from 0 to `maxNumber`, so that
    the SHA-256 of `salt` and `number` is `challenge`."""
    task = altcha.create_challenge(
        hmac_key=key(), max_number=settings.PROOF_OF_WORK, params={"form": form_id}
    )
    return json.dumps(task.to_dict())


def is_proved(answer, form_id):
    """Whether `answer`, Base64 of JSON, solves a task that was given for this form."""
    try:
        solved, _ = altcha.verify_solution(answer, key())
        return solved and given_for(answer) == [form_id]
    except (AttributeError, KeyError, TypeError, ValueError):
        # Whatever else was sent in its place.
        return False


def given_for(answer):
    """The names of the forms that the task of this answer was given for."""
    return altcha.extract_params(altcha.Payload.from_base64(answer).to_dict())["form"]


def key():
    return salted_hmac("discussion.spam.proof", "", algorithm="sha256").hexdigest()
