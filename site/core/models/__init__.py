from .footer import Footer, FooterLink
from .organisations import Organisation, Sector
from .pages import BasePage
from .querysets import BasePageManager, BasePageQuerySet
from .strands import Strand

__all__ = [
    "BasePage",
    "BasePageManager",
    "BasePageQuerySet",
    "Footer",
    "FooterLink",
    "Organisation",
    "Sector",
    "Strand",
]
