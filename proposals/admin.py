"""Where publishers say what organisations and the process have come to on each statement."""

from wagtail.permission_policies.base import ModelPermissionPolicy
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from .models import Position, Standing


class AddedNeverChanged(ModelPermissionPolicy):
    """Rows that make up a history: nobody changes or deletes one, administrators neither."""

    def user_has_permission(self, user, action):
        return action in {"add", "view"} and super().user_has_permission(user, action)


class StandingViewSet(SnippetViewSet):
    model = Standing
    icon = "flag"
    menu_label = "Standings"
    list_display = ["statement", "get_standing_display", "set_on", "statement.proposal"]
    list_filter = ["standing", "statement__proposal"]
    search_fields = ["wording", "note"]
    inspect_view_enabled = True


class PositionViewSet(SnippetViewSet):
    model = Position
    icon = "group"
    menu_label = "Positions"
    list_display = ["statement", "organisation", "get_answer_display", "stated_on"]
    list_filter = ["organisation", "answer"]
    search_fields = ["wording", "words"]


class AgreementGroup(SnippetViewSetGroup):
    items = (StandingViewSet, PositionViewSet)
    menu_label = "Agreement"
    menu_icon = "flag"
    menu_order = 125
