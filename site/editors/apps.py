from django.apps import AppConfig


class EditorsConfig(AppConfig):
    name = "editors"

    def ready(self):
        from . import signals  # noqa: F401
        from .sign_in import checks  # noqa: F401
        from .sign_in.signals import connect

        connect()
