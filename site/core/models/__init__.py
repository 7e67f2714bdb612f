from .footer import Footer, FooterLink
from .organisations import Organisation, Sector
from .pages import BasePage
from .querysets import BasePageManager, BasePageQuerySet
from .sign_off import ListOfSignedPages, SignedPage
from .strands import Strand
from .voice import Voice, VoiceMixin

__all__ = [
    "BasePage",
    "BasePageManager",
    "BasePageQuerySet",
    "Footer",
    "FooterLink",
    "ListOfSignedPages",
    "Organisation",
    "Sector",
    "SignedPage",
    "Strand",
    "Voice",
    "VoiceMixin",
]
