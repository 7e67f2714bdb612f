from .delivery import Delivery, State
from .notification import Notification

__all__ = ["Delivery", "Notification", "State"]
