from django.apps import AppConfig


class MailingConfig(AppConfig):
    name = "mailing"

    def ready(self):
        from core.personal_data import Part, register

        from . import kinds
        from .backend import AS_WRITTEN
        from .personal_data import erase_mails, export_mails

        kinds.register(AS_WRITTEN)
        register(Part("mails", export_mails, erase_mails))
