from .index import AgreementIndexPage
from .snapshot import AgreementSnapshot

__all__ = ["AgreementIndexPage", "AgreementSnapshot"]
