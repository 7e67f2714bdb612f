from .index import ProposalIndexPage
from .proposal import ProposalPage
from .statement import Statement

__all__ = ["ProposalIndexPage", "ProposalPage", "Statement"]
