from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.sitemaps import Sitemap
from wagtail.models import Page

from .models import BasePageQuerySet


class PageSitemap(Sitemap):
    """Every page that anyone may read, with the moment at which readers last saw it change: for a
    list, when it or a page of the kind it lists was last published."""

    def items(self):
        pages = BasePageQuerySet(Page).published().filter(depth__gt=1).order_by("path")
        pages = list(pages.select_related("content_type"))
        newest = newest_by_label(pages)
        for page in pages:
            labels = [str(page.pk), *page.specific_class.lists_pages_of]
            page.changed = max((newest[label] for label in labels if label in newest), default=None)
        return pages

    def location(self, page):
        return page.url

    def lastmod(self, page):
        return page.changed

    def get_domain(self, site=None):
        return urlsplit(settings.SITE_URL).netloc

    def get_protocol(self, protocol=None):
        return urlsplit(settings.SITE_URL).scheme


def newest_by_label(pages):
    """When a page of each model, by label, and each page, by number, was last published."""
    newest = {}
    for page in pages:
        if published := page.last_published_at:
            models = (model for model in page.specific_class.__mro__ if hasattr(model, "_meta"))
            for label in (str(page.pk), *(model._meta.label for model in models)):
                newest[label] = max(newest.get(label, published), published)
    return newest
