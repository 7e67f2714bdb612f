"""Where publishers say what organisations and the process have come to on each statement."""

from wagtail.admin.ui.tables import Column
from wagtail.permission_policies.base import ModelPermissionPolicy
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from .models import Position, Standing


class AddedNeverChanged(ModelPermissionPolicy):
    """Rows that make up a history: nobody changes or deletes one, administrators neither."""

    def user_has_permission(self, user, action):
        return action in {"add", "view"} and super().user_has_permission(user, action)


PROPOSAL = Column("proposal", label="Proposal", accessor="statement.proposal.title")


class StandingViewSet(SnippetViewSet):
    model = Standing
    icon = "tick-inverse"
    menu_label = "Standings"
    list_display = [
        "statement",
        Column("standing", label="Standing", accessor="get_standing_display"),
        "set_on",
        PROPOSAL,
    ]
    list_filter = ["standing", "statement__proposal"]
    search_fields = ["wording", "note"]
    inspect_view_enabled = True

    def get_queryset(self, request):
        return Standing.objects.select_related("statement__proposal")


class PositionViewSet(SnippetViewSet):
    model = Position
    icon = "group"
    menu_label = "Positions"
    list_display = [
        "statement",
        "organisation",
        Column("answer", label="Answer", accessor="get_answer_display"),
        "stated_on",
        PROPOSAL,
    ]
    list_filter = ["organisation", "answer"]
    search_fields = ["wording", "words"]

    def get_queryset(self, request):
        return Position.objects.select_related("statement__proposal", "organisation")


class AgreementGroup(SnippetViewSetGroup):
    items = (StandingViewSet, PositionViewSet)
    menu_label = "Agreement"
    menu_icon = "tick-inverse"
    menu_order = 125
