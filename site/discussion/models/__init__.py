from .canned_answer import CannedAnswer
from .comment import PublicComment, State
from .decision import Action, Decision
from .discussed import DiscussedPage
from .report import Report
from .spokesperson import Spokesperson

__all__ = [
    "Action",
    "CannedAnswer",
    "Decision",
    "DiscussedPage",
    "PublicComment",
    "Report",
    "Spokesperson",
    "State",
]
