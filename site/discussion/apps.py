from django.apps import AppConfig

WHY_KEPT = (
    "can't be deleted: people have commented on it, and what they said is never lost with a page. "
    "Unpublish it instead."
)


class DiscussionConfig(AppConfig):
    name = "discussion"

    def ready(self):
        from core.kept_pages import keep_pages
        from core.personal_data import Part
        from core.personal_data import register as register_part
        from stakeholders import voices

        from . import mails, response_mail, stored_pages  # noqa: F401
        from .models import PublicComment
        from .moderation import mails as moderators_mails
        from .pages import PagePlace
        from .personal_data import erase_comments, export_comments
        from .places import register
        from .response_updates import register_updates
        from .voices import commented

        keep_pages(lambda page: PublicComment.objects.below(page).exists(), WHY_KEPT)
        register(PagePlace())
        register_updates()
        mails.register_kinds()
        moderators_mails.register_kinds()
        voices.register("commented", "Commented", commented)
        register_part(Part("comments", export_comments, erase_comments))
