from django.apps import AppConfig


class AgreementConfig(AppConfig):
    name = "agreement"
    verbose_name = "Where we agree"

    def ready(self):
        from . import stored_pages  # noqa: F401
