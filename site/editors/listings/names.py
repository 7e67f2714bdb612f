"""Whom and what texts refer to, in one menu."""

from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from blog.models import Author
from core.models import Organisation, Strand


class AuthorViewSet(SnippetViewSet):
    model = Author
    icon = "user"
    list_display = ["name", "role", "organisation"]
    list_filter = ["organisation"]
    search_fields = ["name"]


class OrganisationViewSet(SnippetViewSet):
    model = Organisation
    icon = "group"
    list_display = ["name", "sector"]
    list_filter = ["sector"]
    search_fields = ["name"]


class StrandViewSet(SnippetViewSet):
    model = Strand
    icon = "list-ul"
    list_display = ["title", "slug", "sort_order"]


class NamesGroup(SnippetViewSetGroup):
    items = (AuthorViewSet, OrganisationViewSet, StrandViewSet)
    menu_label = "Names"
    menu_icon = "group"
    menu_order = 130
