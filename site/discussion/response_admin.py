"""Where publishers answer in public."""

from wagtail.admin.forms.choosers import BaseFilterForm, SearchFilterMixin
from wagtail.admin.views.generic.chooser import ChosenMultipleView, ChosenView
from wagtail.admin.viewsets.chooser import ChooserViewSet
from wagtail.admin.widgets.chooser import BaseChooser
from wagtail.snippets.views.snippets import SnippetViewSet

from .models import OfficialResponse, PublicComment, State


class CommentFilterForm(SearchFilterMixin, BaseFilterForm):
    """Searches the rows themselves: no search index holds comments."""

    def filter(self, comments):
        self.search_query = self.cleaned_data["q"]
        self.is_searching = bool(self.search_query)
        for word in self.search_query.split():
            comments = comments.filter(comment__icontains=word)
        return comments


class ChosenCommentView(ChosenView):
    def get_object(self, pk):
        return PublicComment.objects.published().get(pk=pk)


class ChosenCommentsView(ChosenMultipleView):
    def get_objects(self, pks):
        return PublicComment.objects.published().filter(pk__in=pks)


class CommentWidget(BaseChooser):
    """Of a comment that was chosen and then taken down, or forged into the form, it shows nothing
    but that it is there."""

    def get_display_title(self, instance):
        if instance.state != State.PUBLISHED:
            return "A comment that is not published"
        return super().get_display_title(instance)


class CommentChooserViewSet(ChooserViewSet):
    """Lets a publisher choose published comments, newest first."""

    model = PublicComment
    icon = "comment"
    choose_one_text = "Choose a comment"
    choose_another_text = "Choose another comment"
    per_page = 20
    chosen_view_class = ChosenCommentView
    chosen_multiple_view_class = ChosenCommentsView
    base_widget_class = CommentWidget

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

    def get_queryset(self, request):
        # What is told to subscribers asks each row whether readers find it.
        return OfficialResponse.objects.select_related("organisation").with_whether_found()


comment_chooser = CommentChooserViewSet("comment_chooser")
