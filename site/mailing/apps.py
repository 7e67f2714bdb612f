from django.apps import AppConfig


class MailingConfig(AppConfig):
    name = "mailing"

    def ready(self):
        from core.personal_data import Part, register

        from . import (
            kinds,
            mail_service,  # noqa: F401 -- hears what comes back
            personal_data,
        )
        from .backend import AS_WRITTEN

        kinds.register(AS_WRITTEN)
        register(Part("mails", personal_data.export_mails, personal_data.erase_mails))
        register(
            Part(
                "suppressions",
                personal_data.export_suppressions,
                personal_data.keep_suppressions,
            )
        )
