from itertools import groupby

from django import forms
from django.http import Http404
from wagtail.contrib.routable_page.models import RoutablePageMixin, path
from wagtail.fields import RichTextField

from core.blocks import PROSE_FEATURES
from core.models import BasePage, ListOfSignedPages, Strand
from proposals.feeds import FEEDS
from proposals.kinds import Kind

from .proposal import ProposalPage, Status
from .statement import Statement


class ProposalFilter(forms.Form):
    """Which proposals to list. The choices are what readers see; anything else is no page."""

    strand = forms.ModelChoiceField(
        Strand.objects, to_field_name="slug", required=False, empty_label="All strands"
    )
    status = forms.ChoiceField(choices=[("", "All statuses"), *Status.choices], required=False)

    def select(self, proposals):
        if not self.is_valid():
            raise Http404("No such strand or status.")
        if strand := self.cleaned_data["strand"]:
            proposals = proposals.filter(strand=strand)
        if status := self.cleaned_data["status"]:
            proposals = proposals.with_status(status)
        return proposals


class ProposalIndexPage(ListOfSignedPages, RoutablePageMixin, BasePage):
    """ "Current proposals": all of them by strand, then by status."""

    introduction = RichTextField(features=PROSE_FEATURES, blank=True)

    parameters = ("strand", "status")
    lists_pages_of = ("proposals.ProposalPage",)
    content_panels = [*BasePage.content_panels, "introduction"]
    parent_page_types = ["home.HomePage"]
    subpage_types = ["proposals.ProposalPage"]
    max_count = 1
    page_description = "Lists all proposals by strand and status."

    class Meta:
        verbose_name = "list of proposals"

    @property
    def proposals(self):
        return ProposalPage.objects.child_of(self).published()

    @property
    def feeds(self):
        return [feed.link_below(self.url) for feed in FEEDS.values()]

    @path("feed/<slug:name>/")
    def feed(self, request, name):
        if name not in FEEDS:
            raise Http404("No such feed.")
        feed = FEEDS[name]
        return feed(self, feed.link_below(self.url), self.proposals)(request)

    def get_route_paths(self):
        return ["/", *(f"/feed/{name}/" for name in FEEDS)]

    def get_context(self, request, *args, **kwargs):
        form = ProposalFilter(request.GET or None)
        proposals = self.proposals.select_related("strand").defer_streamfields()
        if form.is_bound:
            proposals = form.select(proposals)
        return {
            **super().get_context(request, *args, **kwargs),
            "filter": form,
            "strands": by_strand_and_status(with_kind_counts(proposals)),
        }


def with_kind_counts(proposals):
    """The proposals, each with `kind_counts`: pairs of kind and number of live statements."""
    proposals = list(proposals)
    counts = Statement.objects.counts_by_kind(proposals)
    for proposal in proposals:
        found = counts.get(proposal.pk, {})
        proposal.kind_counts = [(kind, found[kind]) for kind in Kind if kind in found]
    return proposals


def by_strand_and_status(proposals):
    """[(strand, [proposals])], strands in their order, within one open before forthcoming first."""
    statuses = list(Status)
    proposals = sorted(
        proposals,
        key=lambda p: (
            p.strand.sort_order,
            p.strand.title,
            statuses.index(p.status),
            p.closes,
            p.title,
        ),
    )
    return [(strand, list(group)) for strand, group in groupby(proposals, lambda p: p.strand)]
