from wagtail import hooks
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet

from .models import Organisation, Strand
from .rich_text import DescribedDocumentLinkHandler, OneQueryPageLinkHandler


@hooks.register("register_rich_text_features", order=100)
def register_link_handlers(features):
    features.register_link_type(OneQueryPageLinkHandler)
    features.register_link_type(DescribedDocumentLinkHandler)


@register_snippet
class StrandViewSet(SnippetViewSet):
    model = Strand
    icon = "list-ul"
    list_display = ["title", "slug", "sort_order"]
    add_to_admin_menu = False


@register_snippet
class OrganisationViewSet(SnippetViewSet):
    model = Organisation
    icon = "group"
    list_display = ["name", "sector"]
    list_filter = ["sector"]
    search_fields = ["name"]
