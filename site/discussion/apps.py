from django.apps import AppConfig


class DiscussionConfig(AppConfig):
    name = "discussion"

    def ready(self):
        from core.personal_data import Part, register

        from .moderation import mails
        from .personal_data import erase_comments, export_comments

        mails.register_kinds()
        register(Part("comments", export_comments, erase_comments))
