from .canned_answer import CannedAnswer
from .comment import PublicComment, State
from .decision import Action, Decision
from .discussed import DiscussedPage
from .moderation_page import ModerationPage
from .report import Report
from .response import AnsweredComment, OfficialResponse, ResponsePlace
from .responses_page import ResponsesPage
from .spokesperson import Spokesperson

__all__ = [
    "Action",
    "AnsweredComment",
    "CannedAnswer",
    "Decision",
    "DiscussedPage",
    "ModerationPage",
    "OfficialResponse",
    "PublicComment",
    "Report",
    "ResponsePlace",
    "ResponsesPage",
    "Spokesperson",
    "State",
]
