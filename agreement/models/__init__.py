from .snapshot import AgreementSnapshot

__all__ = ["AgreementSnapshot"]
