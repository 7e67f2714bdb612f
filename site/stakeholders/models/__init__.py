from .consent import Action, Actor, ConsentRecord
from .digest import Digest
from .sign_up import SignUp
from .stakeholder import Frequency, Stakeholder
from .subscription import Subscription
from .untold import Untold
from .update import Update

__all__ = [
    "Action",
    "Actor",
    "ConsentRecord",
    "Digest",
    "Frequency",
    "SignUp",
    "Stakeholder",
    "Subscription",
    "Untold",
    "Update",
]
