from .index import ProposalIndexPage
from .position import Position
from .proposal import ProposalPage
from .stance import Answer, Stance
from .standing import Standing, StandingWord
from .statement import Statement

__all__ = [
    "Answer",
    "Position",
    "ProposalIndexPage",
    "ProposalPage",
    "Stance",
    "Standing",
    "StandingWord",
    "Statement",
]
