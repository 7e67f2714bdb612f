from django.apps import AppConfig

WHY_KEPT = (
    "can't be deleted: statements on it were published, and what people say about them stays "
    "readable. Unpublish it instead."
)


class ProposalsConfig(AppConfig):
    name = "proposals"

    def ready(self):
        from core.kept_pages import keep_pages
        from core.personal_data import Part
        from core.personal_data import register as register_part
        from discussion.places import register
        from stakeholders import voices
        from stakeholders.followed import let_follow
        from stakeholders.given import lead_to

        from . import signals, stored_pages  # noqa: F401
        from .models import ProposalPage, Statement
        from .places import StatementPlace
        from .stances.given import links_to_answers
        from .stances.personal_data import erase_stances, export_stances
        from .stances.voices import answered
        from .updates import register_updates

        keep_pages(lambda page: Statement.objects.below(page).exists(), WHY_KEPT)
        register(StatementPlace())
        register_part(Part("stances", export_stances, erase_stances))
        register_updates()
        let_follow(lambda: ProposalPage.objects.published().filter(outcome=""))
        lead_to(links_to_answers)
        voices.register("answered", "Said whether they agree", answered)
