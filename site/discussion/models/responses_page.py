from django import forms
from django.core.paginator import InvalidPage, Paginator
from django.db.models import Prefetch, Q
from django.http import Http404
from wagtail.fields import RichTextField
from wagtail.models import Page

from core.blocks import PROSE_FEATURES
from core.models import BasePage, BasePageQuerySet
from core.page_store import tags
from discussion.titles import titles_of

from .response import OfficialResponse, ResponsePlace


class ResponseFilter(forms.Form):
    """Which responses to list: all, or those about one page. Anything else is no page."""

    about = forms.ModelChoiceField(Page.objects.none(), required=False, empty_label="Everything")

    def __init__(self, data, pages):
        super().__init__(data)
        self.fields["about"].queryset = pages

    def select(self, responses):
        if not self.is_valid():
            raise Http404("No responses about that.")
        page = self.cleaned_data["about"]
        return responses.about(page) if page else responses

    @property
    def asked(self):
        """How the address of another part of the same list begins. Not with all that was asked:
        an address with what no page knows is never kept."""
        page = self.cleaned_data["about"]
        return f"?about={page.pk}&" if page else "?"


class ResponsesPage(BasePage):
    """ "What you said, what we did": all official responses, newest first."""

    introduction = RichTextField(features=PROSE_FEATURES, blank=True)

    per_page = 20
    parameters = ("about", "page")
    content_panels = [*BasePage.content_panels, "introduction"]
    parent_page_types = ["home.HomePage"]
    subpage_types = []
    max_count = 1
    page_description = "Lists all official responses: what was asked, said and done."

    class Meta:
        verbose_name = "what you said, what we did"

    def store_tags(self):
        return super().store_tags() | {tags.listing(OfficialResponse), tags.listing(Page)}

    def get_context(self, request, *args, **kwargs):
        pages = Page.objects.filter(pk__in=readable_places().values("page")).order_by("title")
        form = ResponseFilter(request.GET if "about" in request.GET else {}, pages)
        return {
            **super().get_context(request, *args, **kwargs),
            "filter": form,
            "listed": self.listed(form.select(self.responses), request.GET.get("page", "1")),
        }

    @property
    def responses(self):
        return OfficialResponse.objects.filter(pk__in=readable_places().values("response"))

    def listed(self, responses, number):
        """One page of responses, each with `answers`: [(title, path)] of what it answers. "01" is 1
        to a paginator, and another address to a store."""
        shown_at = Prefetch("shown_at", readable_places().select_related("page"), "readable")
        responses = responses.newest_first().select_related("organisation")
        try:
            listed = Paginator(responses.prefetch_related(shown_at), self.per_page).page(number)
        except InvalidPage as error:
            raise Http404("No such page of responses.") from error
        if str(listed.number) != number:
            raise Http404("No such page of responses.")
        titles = titles_of([row for response in listed for row in response.readable])
        for response in listed:
            keys = (row.place for row in response.readable)
            response.answers = [titles[key] for key in keys if key in titles]
        return listed

    def path_of(self, response):
        """Where a response stands in the list."""
        newer = Q(date__gt=response.date) | Q(date=response.date, pk__gt=response.pk)
        number = self.responses.filter(newer).count() // self.per_page + 1
        query = f"?page={number}" if number > 1 else ""
        return f"{self.url}{query}#response-{response.pk}"


def readable_places():
    """Where responses are shown, on pages that readers can see."""
    return ResponsePlace.objects.filter(page__in=BasePageQuerySet(Page).published())
