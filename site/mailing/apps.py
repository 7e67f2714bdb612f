from django.apps import AppConfig


class MailingConfig(AppConfig):
    name = "mailing"

    def ready(self):
        from core.personal_data import Part, register

        from .personal_data import erase_mails, export_mails

        register(Part("mails", export_mails, erase_mails))
