from .updates.admin import hooks  # noqa: F401
