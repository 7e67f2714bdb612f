from django.apps import AppConfig


class EditorsConfig(AppConfig):
    name = "editors"

    def ready(self):
        from . import signals  # noqa: F401
