from django.apps import AppConfig


class AgreementConfig(AppConfig):
    name = "agreement"
    verbose_name = "Where we agree"

    def ready(self):
        from proposals.parts import add_part

        from . import stored_pages  # noqa: F401
        from .views import agreement_on

        add_part("agreement", agreement_on)
