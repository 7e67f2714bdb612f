from .consent import Action, Actor, ConsentRecord
from .sign_up import SignUp
from .stakeholder import Frequency, Stakeholder
from .subscription import Subscription

__all__ = [
    "Action",
    "Actor",
    "ConsentRecord",
    "Frequency",
    "SignUp",
    "Stakeholder",
    "Subscription",
]
