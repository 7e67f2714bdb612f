import django_filters
from django.urls import path
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.admin.views.generic.models import IndexView
from wagtail.admin.viewsets.base import ViewSet

from core.listings import OurListing
from core.models import Strand
from proposals.kinds import MET_BY_SAFEGUARDS, Kind
from proposals.models import Statement

YES_NO = {True: "Yes", False: "No"}


class StatementFilterSet(WagtailFilterSet):
    kind = django_filters.ChoiceFilter(label="Kind", choices=Kind.choices)
    has_evidence = django_filters.BooleanFilter(label="Has evidence")
    is_met = django_filters.BooleanFilter(label="Met by a safeguard")
    strand = django_filters.ModelChoiceFilter(
        label="Strand", field_name="proposal__strand", queryset=Strand.objects.all()
    )

    class Meta:
        model = Statement
        fields = ()


def is_met(statement):
    """Whether a safeguard meets it, in a word; none for a kind that safeguards don't meet."""
    return YES_NO[statement.is_met] if statement.kind in MET_BY_SAFEGUARDS else ""


class StatementIndexView(OurListing, IndexView):
    """What readers find in published proposals now. Statements are changed in their proposal."""

    model = Statement
    page_title = "Statements"
    header_icon = "list-ul"
    search_fields = ("claim", "proposal__title")
    filterset_class = StatementFilterSet
    default_ordering = ("proposal__title", "order")
    paginate_by = 50
    index_url_name = "statements:index"
    index_results_url_name = "statements:index_results"
    columns = [
        TitleColumn(
            "claim",
            label="Claim",
            url_name="wagtailadmin_pages:edit",
            id_accessor="proposal_id",
            sort_key="claim",
        ),
        Column("reference", label="Reference"),
        Column("kind", label="Kind", accessor="get_kind_display", sort_key="kind"),
        Column("proposal", label="Proposal", accessor="proposal.title", sort_key="proposal__title"),
        Column(
            "has_evidence",
            label="Evidence",
            accessor=lambda statement: YES_NO[statement.has_evidence],
            sort_key="has_evidence",
        ),
        Column("is_met", label="Met", accessor=is_met, sort_key="is_met"),
    ]
    list_export = [
        "reference",
        "get_kind_display",
        "claim",
        "proposal.title",
        "has_evidence",
        "is_met",
    ]
    export_headings = {"get_kind_display": "Kind", "proposal.title": "Proposal"}
    export_filename = "statements"

    def get_base_queryset(self):
        return Statement.objects.live().select_related("proposal")


class StatementListing(ViewSet):
    name = "statements"
    icon = "list-ul"
    menu_label = "Statements"
    menu_order = 120
    add_to_admin_menu = True

    def get_urlpatterns(self):
        return [
            path("", self.construct_view(StatementIndexView), name="index"),
            path(
                "results/",
                self.construct_view(StatementIndexView, results_only=True),
                name="index_results",
            ),
        ]
