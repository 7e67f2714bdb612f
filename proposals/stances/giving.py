"""Giving an answer, taking it back, and counting a visitor's once it is known who that was."""

import logging

from django.db import DatabaseError, transaction

from core.refusals import Refused
from proposals.models import Stance

logger = logging.getLogger(__name__)

NOT_SAVED = "Your answer could not be saved just now. Please give it again in a few minutes."


def give(respondent, statement, answer):
    """Keep the answer in the place of an earlier one. Raises Refused, with nothing written."""
    stance = Stance(statement=statement, answer=answer, **respondent.owner)
    stance.take_wording()
    try:
        Stance.objects.put([stance], respondent.kind)
    except DatabaseError as error:
        logger.exception("A stance could not be saved")
        raise Refused(NOT_SAVED, status=503) from error


def withdraw(respondent, statement):
    """Delete what the person said to the statement, in whichever words it read then."""
    respondent.stances.filter(statement=statement).delete()


@transaction.atomic
def adopt(visitor, stakeholder):
    """Make a visitor's answers those of `stakeholder`. Of two to the same words the later one
    stays. Done twice, it is done once."""
    waiting = list(Stance.objects.filter(visitor=visitor).select_for_update())
    known = {
        (stance.statement_id, stance.wording_hash): stance.given_at
        for stance in Stance.objects.filter(
            stakeholder=stakeholder, statement__in=[stance.statement_id for stance in waiting]
        )
    }
    later = [
        Stance(
            statement_id=stance.statement_id,
            wording=stance.wording,
            wording_hash=stance.wording_hash,
            stakeholder=stakeholder,
            answer=stance.answer,
            given_at=stance.given_at,
        )
        for stance in waiting
        if known.get((stance.statement_id, stance.wording_hash), stance.given_at) <= stance.given_at
    ]
    Stance.objects.put(later, "stakeholder")
    Stance.objects.filter(visitor=visitor).delete()
