from datetime import timedelta

import django_filters
from django.utils import timezone
from django.utils.formats import date_format
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.admin.views.pages.listing import IndexView
from wagtail.admin.viewsets.pages import PageListingViewSet

from core.listings import OurListing
from core.models import Strand
from proposals.kinds import Kind
from proposals.models import ProposalPage, Statement
from proposals.models.proposal import Status

DRAFT = "draft"
SOON = 14


def closing_within(proposals, days):
    """Open proposals whose last day is at most `days` from today."""
    last = timezone.localdate() + timedelta(days=days)
    return proposals.live().with_status(Status.OPEN).filter(closes__lte=last)


class ProposalFilterSet(WagtailFilterSet):
    status = django_filters.ChoiceFilter(
        label="Status",
        choices=[*Status.choices, (DRAFT, "Not published")],
        method="filter_status",
    )
    strand = django_filters.ModelChoiceFilter(label="Strand", queryset=Strand.objects.all())
    closing = django_filters.TypedChoiceFilter(
        label="Closing",
        choices=[(SOON, f"Within {SOON} days")],
        coerce=int,
        method="filter_closing",
    )

    class Meta:
        model = ProposalPage
        fields = ()

    def filter_status(self, proposals, name, value):
        if value == DRAFT:
            return proposals.not_live()
        return proposals.live().with_status(value)

    def filter_closing(self, proposals, name, value):
        return closing_within(proposals, value)


def status_label(proposal):
    """Where it stands for readers: a draft is not open, whatever its dates."""
    return proposal.status.label if proposal.live else "Not published"


def statements_by_kind(counts):
    """Counts by kind as in lists for readers, "B 2, R 3"; a letter and its number never part."""
    return ", ".join(
        f"{kind.letter}\N{NO-BREAK SPACE}{counts[kind]}" for kind in Kind if kind in counts
    )


def day(name):
    """The date in the field `name`; Wagtail's own column says how long ago, and knows no future."""
    return lambda proposal: date_format(getattr(proposal, name), "j F Y")


class ProposalIndexView(OurListing, IndexView):
    """Where each proposal stands, in few columns; what can be done with it is on its own page."""

    search_fields = ("title", "summary")
    columns = [
        TitleColumn(
            "title",
            label="Title",
            url_name="wagtailadmin_pages:edit",
            accessor="get_admin_display_title",
            sort_key="title",
        ),
        Column("status", label="Status", accessor=status_label),
        Column("strand", label="Strand", sort_key="strand__title"),
        Column("opens", label="Opens", accessor=day("opens"), sort_key="opens"),
        Column("closes", label="Closes", accessor=day("closes"), sort_key="closes"),
        Column("statements", label="Statements", accessor=lambda page: page.kinds_label),
    ]
    list_export = ["title", "status_label", "strand", "opens", "closes", *Kind, "full_url"]
    export_headings = {
        "status_label": "Status",
        "full_url": "Address",
        **{kind: kind.plural for kind in Kind},
    }

    def annotate_queryset(self, pages):
        """Wagtail would ask again for each page what kind it is, and for what its buttons need."""
        return pages.defer_streamfields().select_related("strand")

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        pages = list(context["object_list"])
        counts = Statement.objects.counts_by_kind([page.pk for page in pages])
        for page in pages:
            page.kinds_label = statements_by_kind(counts.get(page.pk, {}))
        return context

    def as_spreadsheet(self, queryset, spreadsheet_format):
        self.counts = Statement.objects.counts_by_kind(queryset.order_by().values("pk"))
        return super().as_spreadsheet(queryset, spreadsheet_format)

    def to_row_dict(self, proposal):
        counts = self.counts.get(proposal.pk, {})
        own = {
            "status_label": status_label(proposal),
            **{kind: counts.get(kind, 0) for kind in Kind},
        }
        return {
            field: own[field] if field in own else getattr(proposal, field)
            for field in self.list_export
        }


class ProposalListing(PageListingViewSet):
    """All proposals, wherever they lie, with what an editor asks of them."""

    name = "proposals"
    model = ProposalPage
    index_view_class = ProposalIndexView
    columns = ProposalIndexView.columns
    filterset_class = ProposalFilterSet
    list_export = ProposalIndexView.list_export
    export_headings = ProposalIndexView.export_headings
    export_filename = "proposals"
    icon = "doc-full"
    menu_label = "Proposals"
    menu_order = 110
    add_to_admin_menu = True
    ordering = "closes"
