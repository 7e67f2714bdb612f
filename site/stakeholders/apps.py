from django.apps import AppConfig


class StakeholdersConfig(AppConfig):
    name = "stakeholders"

    def ready(self):
        from core.personal_data import Part, register

        from . import mails
        from .personal_data import erase_stakeholder, export_stakeholder

        mails.register_kinds()
        register(Part("stakeholder", export_stakeholder, erase_stakeholder))
