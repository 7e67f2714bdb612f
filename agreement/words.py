"""What is found, in the words in which readers meet it."""

from agreement.analysis.standing import FoundStanding
from core.models import Sector

STANDINGS = {
    FoundStanding.BROAD_AGREEMENT: (
        "Broad agreement",
        "In every sector shown, more than half agree, even at the lower end of the range.",
    ),
    FoundStanding.DIVIDED_BETWEEN: (
        "Divided between sectors",
        "Two sectors at least are 20 points or more apart, too far to be chance.",
    ),
    FoundStanding.DIVIDED_WITHIN: (
        "Divided within sectors",
        "Of all people a quarter or more agree, and a quarter or more disagree.",
    ),
    FoundStanding.BROAD_DISAGREEMENT: (
        "Broad disagreement",
        "In every sector shown, more than half disagree, even at the lower end of the range.",
    ),
    FoundStanding.UNCLEAR: (
        "Not clear yet",
        "None of the other descriptions holds: often because a sector is still small.",
    ),
    FoundStanding.TOO_FEW: (
        "Too few answers",
        "No sector has the five people that it takes to be shown.",
    ),
}
SECTORS = {**dict(Sector.choices), "": "No sector given"}
SMALLER_SECTORS = "Smaller sectors together"
NO_GROUP = "In no group"


def name_of(standing):
    return STANDINGS[standing][0]


def reason_for(standing):
    return STANDINGS[standing][1]
