from .delivery import Delivery, State
from .notification import Notification
from .suppression import Reason, Suppression

__all__ = ["Delivery", "Notification", "Reason", "State", "Suppression"]
