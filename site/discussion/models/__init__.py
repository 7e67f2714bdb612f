from .comment import PublicComment, State
from .decision import Action, Decision
from .discussed import DiscussedPage
from .report import Report
from .spokesperson import Spokesperson

__all__ = [
    "Action",
    "Decision",
    "DiscussedPage",
    "PublicComment",
    "Report",
    "Spokesperson",
    "State",
]
