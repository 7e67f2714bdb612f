from django import forms
from django.core.paginator import InvalidPage, Paginator
from django.http import Http404
from wagtail.fields import RichTextField
from wagtail.models import Page

from core.blocks import PROSE_FEATURES
from core.models import BasePage, BasePageQuerySet
from core.page_store import tags

from .response import OfficialResponse, ResponsePlace, with_places


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
        rows = ResponsePlace.objects.filter(page__in=BasePageQuerySet(Page).published())
        pages = Page.objects.filter(pk__in=rows.values("page")).order_by("title")
        form = ResponseFilter(request.GET if "about" in request.GET else {}, pages)
        responses = OfficialResponse.objects.filter(pk__in=rows.values("response"))
        listed = self.listed(form.select(responses), request.GET.get("page", "1"))
        return {
            **super().get_context(request, *args, **kwargs),
            "filter": form,
            "listed": with_places(listed),
        }

    def listed(self, responses, number):
        """One page of responses. "01" is 1 to a paginator, and another address to a store."""
        responses = responses.newest_first().select_related("organisation")
        try:
            listed = Paginator(responses.prefetch_related("shown_at"), self.per_page).page(number)
        except InvalidPage as error:
            raise Http404("No such page of responses.") from error
        if str(listed.number) != number:
            raise Http404("No such page of responses.")
        return listed
