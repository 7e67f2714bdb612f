from django.apps import AppConfig


class StakeholdersConfig(AppConfig):
    name = "stakeholders"

    def ready(self):
        from core.personal_data import Part, register

        from . import mails, updates
        from .personal_data import erase_stakeholder, export_stakeholder

        mails.register_kinds()
        updates.set_up()
        register(Part("stakeholder", export_stakeholder, erase_stakeholder))
