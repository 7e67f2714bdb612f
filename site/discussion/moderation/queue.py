from django.db.models import Prefetch
from django.urls import reverse
from wagtail.admin.views.generic.models import IndexView
from wagtail.admin.widgets.button import Button

from core.listings import OurListing
from discussion.models import PublicComment, Report

from .actions import actions_for
from .columns import columns_of
from .filters import CommentFilterSet
from .tabs import TABS, numbers


class QueueView(OurListing, IndexView):
    """One tab of the queue: what waits, longest first; what is decided, newest first."""

    model = PublicComment
    tab = None
    page_title = "Comments"
    header_icon = "comment"
    template_name = "discussion/moderation/queue.html"
    filterset_class = CommentFilterSet
    search_fields = ("comment", "user_name", "organisation")
    paginate_by = 25
    any_permission_required = {"view"}

    def setup(self, request, *args, **kwargs):
        super().setup(request, *args, **kwargs)
        self.default_ordering = self.tab.ordering
        self.columns = columns_of(self.tab)

    @property
    def index_url(self):
        return reverse(f"comments:{self.tab.name}")

    @property
    def index_results_url(self):
        return reverse(f"comments:{self.tab.name}_results")

    def get_page_subtitle(self):
        return self.tab.label

    def get_base_queryset(self):
        unsettled = Prefetch("reports", Report.objects.unsettled(), to_attr="unsettled_reports")
        rows = self.tab.rows().select_related("page", "assigned_to")
        return rows.prefetch_related(unsettled) if self.tab.is_reported else rows

    def order_queryset(self, queryset):
        """Each order ends with the number, so that no comment is on two pages of the list."""
        last = "-pk" if self.ordering.startswith("-") else "pk"
        return queryset.order_by(self.ordering, last)

    @property
    def header_more_buttons(self):
        return [
            Button("Decisions so far", url=reverse("comments:log"), icon_name="history"),
            Button(
                "Canned answers",
                url=reverse("wagtailsnippets_discussion_cannedanswer:list"),
                icon_name="openquote",
            ),
        ]

    def get_context_data(self, **kwargs):
        return super().get_context_data(**kwargs) | {
            "tab": self.tab,
            "tabs": [
                {"tab": tab, "url": reverse(f"comments:{tab.name}"), "number": number}
                for tab, number in zip(TABS.values(), numbers().values(), strict=True)
            ],
            "actions": [
                {"label": action.label, "url": action.url(self.tab.name)}
                for action in actions_for(self.tab.state, self.tab.is_reported)
            ],
        }
