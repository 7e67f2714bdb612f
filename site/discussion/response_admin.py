"""Where publishers answer in public."""

from wagtail.admin.forms.choosers import BaseFilterForm, SearchFilterMixin
from wagtail.admin.viewsets.chooser import ChooserViewSet
from wagtail.snippets.views.snippets import SnippetViewSet

from .models import OfficialResponse, PublicComment


class CommentFilterForm(SearchFilterMixin, BaseFilterForm):
    """Searches the rows themselves: no search index holds comments."""

    def filter(self, comments):
        self.search_query = self.cleaned_data["q"]
        self.is_searching = bool(self.search_query)
        for word in self.search_query.split():
            comments = comments.filter(comment__icontains=word)
        return comments


class CommentChooserViewSet(ChooserViewSet):
    """Lets a publisher choose published comments, newest first."""

    model = PublicComment
    icon = "comment"
    choose_one_text = "Choose a comment"
    choose_another_text = "Choose another comment"
    per_page = 20

    def get_common_view_kwargs(self, **kwargs):
        return super().get_common_view_kwargs(filter_form_class=CommentFilterForm, **kwargs)

    def get_object_list(self):
        return PublicComment.objects.published().order_by("-published_at", "-pk")


class OfficialResponseViewSet(SnippetViewSet):
    model = OfficialResponse
    icon = "openquote"
    menu_label = "Official responses"
    menu_order = 140
    add_to_admin_menu = True
    list_display = ["__str__", "organisation", "date", "is_published"]
    list_filter = ["organisation", "is_published"]
    ordering = ["-date", "-pk"]


comment_chooser = CommentChooserViewSet("comment_chooser")
