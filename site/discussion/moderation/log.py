from django.urls import reverse
from django.utils.text import Truncator
from wagtail.admin.ui.tables import Column, DateColumn, TitleColumn
from wagtail.admin.utils import get_user_display_name
from wagtail.admin.views.generic.models import IndexView

from core.listings import OurListing
from discussion.models import Decision

from .filters import DecisionFilterSet


def who(decision):
    return get_user_display_name(decision.moderator) if decision.moderator else ""


class LogView(OurListing, IndexView):
    """The audit log: who decided what, when and why, under which text of the policy."""

    model = Decision
    page_title = "Decisions"
    header_icon = "history"
    filterset_class = DecisionFilterSet
    search_fields = ("note", "moderator__username", "moderator__first_name", "moderator__last_name")
    default_ordering = "-made_at"
    paginate_by = 50
    index_url_name = "comments:log"
    index_results_url_name = "comments:log_results"
    any_permission_required = {"view"}
    columns = [
        TitleColumn(
            "comment",
            label="Comment",
            accessor=lambda decision: Truncator(decision.comment).chars(80),
            url_name="comments:comment",
            id_accessor="comment_id",
        ),
        Column("action", label="Decision", accessor="get_action_display", sort_key="action"),
        Column("reason", label="Reason", accessor="get_reason_display", sort_key="reason"),
        Column("moderator", label="By", accessor=who, sort_key="moderator"),
        DateColumn("made_at", label="When", sort_key="made_at"),
        Column("note", label="Note"),
        Column("policy_version", label="Policy"),
    ]
    list_export = [
        "comment.uuid",
        "get_action_display",
        "get_reason_display",
        "state_before",
        "moderator",
        "made_at",
        "note",
        "is_appeal",
        "policy_version",
    ]
    export_headings = {
        "comment.uuid": "Comment",
        "get_action_display": "Decision",
        "get_reason_display": "Reason",
    }
    export_filename = "decisions"

    def get_breadcrumbs_items(self):
        here = super().get_breadcrumbs_items()
        return [here[0], {"url": reverse("comments:pending"), "label": "Comments"}, *here[1:]]

    def get_base_queryset(self):
        return Decision.objects.select_related("moderator", "comment")
