"""Pages as places: any page that mixes in `DiscussedPage`."""

from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.core.cache import cache
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
        model = class_of_page(pk)
        if not (model and issubclass(model, self.model)):
            return None
        try:
            page = model.objects.only(*model.asked_by_comments).get(pk=pk)
        except model.DoesNotExist:
            return None
        return page if page.is_published else None

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


def class_of_page(pk):
    """Its page type, None if there is no such page. It never changes: the cache may tell."""
    key = f"page-type-{pk}"
    type_id = cache.get(key)
    if not type_id:
        type_id = Page.objects.filter(pk=pk).values_list("content_type", flat=True).first()
        if not type_id:
            return None
        cache.set(key, type_id)
    return ContentType.objects.get_for_id(type_id).model_class()
