"""Pages as places: any page that mixes in `DiscussedPage`."""

from django.apps import apps
from wagtail.models import Page

from core.models import BasePageQuerySet

from .models import DiscussedPage
from .places import Openness, Place


def discussed_models():
    """The page types that people may comment on."""
    return [model for model in apps.get_models() if issubclass(model, DiscussedPage)]


def pages_without_comments():
    """The pages of which editors turned comments off, as querysets of their numbers, one for each
    page type that has a setting of its own."""
    return [
        model.objects.filter(comments_setting=Openness.OFF).values("pk")
        for model in discussed_models()
        if model._meta.get_field("comments_setting").model is model
    ]


class PagePlace(Place):
    name = "page"
    model = DiscussedPage

    def things(self):
        pages = BasePageQuerySet(Page).published().order_by("path")
        return pages.type(*discussed_models()).specific()

    def find(self, pk):
        # Of `things`, whose list of page types takes Django longer than looking at the one found.
        page = BasePageQuerySet(Page).published().filter(pk=pk).only("content_type").first()
        return page.specific if page and issubclass(page.specific_class, self.model) else None

    def page(self, thing):
        return thing

    def title(self, thing):
        return thing.title

    def url(self, thing):
        return thing.url

    def openness(self, thing):
        return thing.comments_openness

    def opens(self, thing):
        return thing.comments_open_on

    def shows_responses(self, thing):
        return thing.shows_responses
