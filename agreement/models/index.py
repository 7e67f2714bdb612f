from django.template.response import TemplateResponse
from wagtail.contrib.routable_page.models import RoutablePageMixin, path
from wagtail.fields import RichTextField

from agreement.charts.statement_map import statement_maps
from agreement.reading import register
from agreement.reading.filter import RegisterFilter
from agreement.reading.glance import glance
from agreement.snapshots.parameters import PARAMETERS
from agreement.stored_pages import ACROSS_PROPOSALS
from agreement.words import STANDINGS
from core.blocks import PROSE_FEATURES
from core.models import BasePage, BasePageManager


class AgreementIndexPage(RoutablePageMixin, BasePage):
    """ "Where we agree": the register of agreement and disagreement across all proposals."""

    introduction = RichTextField(features=PROSE_FEATURES, blank=True)

    objects = BasePageManager()

    parameters = ("strand", "found", "agreed", "sector")
    lists_pages_of = ("proposals.ProposalPage",)
    content_panels = [*BasePage.content_panels, "introduction"]
    parent_page_types = ["home.HomePage"]
    subpage_types = []
    max_count = 1
    page_description = "Shows on which statements people agree, and on which they don't."

    class Meta:
        verbose_name = "where we agree"

    def store_tags(self):
        return super().store_tags() | {ACROSS_PROPOSALS}

    def get_route_paths(self):
        return ["/", f"/{self.reverse_subpage('method')}"]

    @property
    def method_url(self):
        return f"{self.url}{self.reverse_subpage('method')}"

    def get_context(self, request, *args, **kwargs):
        form = RegisterFilter(request.GET or None)
        found = register.entries()
        return {
            **super().get_context(request, *args, **kwargs),
            "filter": form,
            "number": len(found),
            "proposals": register.proposals_of(found),
            "glance": glance(entry.found for entry in found),
            "maps": statement_maps(entry.spot for entry in found),
            "divided": register.most_divided(found),
            "entries": form.select(found) if form.is_bound else found,
        }

    @path("method/", name="method")
    def method(self, request):
        """How agreement is found, in plain words, with its limits."""
        context = super().get_context(request)
        context |= {"standings": STANDINGS.values(), "parameters": PARAMETERS}
        response = TemplateResponse(request, "agreement/agreement_index_page_method.html", context)
        response.parameters = ()
        return response
