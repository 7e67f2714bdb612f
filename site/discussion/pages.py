"""Pages as places: any page that mixes in `DiscussedPage`."""

from functools import cache

from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from wagtail.models import Page

from core.models import BasePageQuerySet
from core.prepared import Gap, Prepared

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

    def __init__(self):
        # {number of a page: its type}, which it keeps for good: who knows it needs no query for it.
        self.types = {}

    def things(self):
        pages = BasePageQuerySet(Page).published().order_by("path")
        return pages.type(*discussed_models()).specific()

    def find(self, pk):
        page = pk in self.types and page_of(self.types[pk], pk)
        return page or self.find_anew(pk)

    def find_anew(self, pk):
        for content_type in types_of_published()(pk):
            model = ContentType.objects.get_for_id(content_type).model_class()
            if issubclass(model, self.model):
                self.types[pk] = model
                return page_of(model, pk)
        return None

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


@cache
def types_of_published():
    """What kind of page has a number, in a list: its content type, if readers can see the page."""
    page = BasePageQuerySet(Page).published().filter(pk=Gap()).order_by()
    return Prepared(page.values_list("content_type", flat=True))


def page_of(model, pk):
    """The page of this very type and number if readers can see it, and of it what comments ask."""
    return next((page for page in pages_asked(model)(pk) if page.specific_class is model), None)


@cache
def pages_asked(model):
    pages = model.objects.published().filter(pk=Gap()).order_by()
    return Prepared(pages.only(*model.asked_by_comments))
