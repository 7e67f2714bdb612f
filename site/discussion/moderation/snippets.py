from wagtail.snippets.views.snippets import SnippetViewSet

from discussion.models import CannedAnswer, Spokesperson


class CannedAnswerViewSet(SnippetViewSet):
    model = CannedAnswer
    icon = "openquote"
    list_display = ["title", "reason"]
    list_filter = ["reason"]
    search_fields = ["title", "words"]
    add_to_admin_menu = True
    menu_label = "Canned answers"
    menu_order = 126


class SpokespersonViewSet(SnippetViewSet):
    """Who speaks for whom: for administrators alone, as nobody else has its permissions."""

    model = Spokesperson
    icon = "user"
    add_to_settings_menu = True
    menu_label = "Spokespeople"
    list_display = ["user", "organisation"]
    list_filter = ["organisation"]
