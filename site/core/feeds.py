"""Atom feeds (RFC 4287) of pages: valid whatever an editor typed, and kept by the page store."""

import re
from typing import NamedTuple

from django.conf import settings
from django.contrib.syndication.views import Feed
from django.utils.feedgenerator import Atom1Feed
from django.utils.html import escape

from .links import absolute

# What no XML 1.0 document may hold, not even escaped.
NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


class FeedLink(NamedTuple):
    """How a page names a feed, and the feed's path on this site."""

    title: str
    url: str


def without_control_characters(value):
    if isinstance(value, str):
        return NOT_XML.sub("", value)
    if isinstance(value, dict):
        return {name: without_control_characters(part) for name, part in value.items()}
    if isinstance(value, list):
        return [without_control_characters(part) for part in value]
    return value


class AtomFeed(Atom1Feed):
    """Django's, for any number of authors and any characters."""

    def __init__(self, **feed):
        super().__init__(**without_control_characters(feed))

    def add_item(self, **item):
        super().add_item(**without_control_characters(item))

    def add_item_elements(self, handler, item):
        super().add_item_elements(handler, item)
        for name in item["authors"]:
            handler.startElement("author", {})
            handler.addQuickElement("name", name)
            handler.endElement("author")


class SiteFeed(Feed):
    """A feed at `own_link` with the newest of `entries` (a queryset), about what is at the path
    `about`; the page store keeps it under `page_tags`. Whoever inherits says of each entry when it
    changed, what it says, and by whom."""

    feed_type = AtomFeed
    language = settings.LANGUAGE_CODE
    newest_shown = 30

    def __init__(self, own_link, entries, about, page_tags):
        self.own_link = own_link
        self.entries = entries
        self.about = about
        self.page_tags = page_tags

    def __call__(self, request):
        response = super().__call__(request)
        response.page_tags = self.page_tags
        return response

    def title(self):
        return f"{settings.WAGTAIL_SITE_NAME}: {self.own_link.title}"

    def link(self):
        return absolute(self.about)

    def feed_url(self):
        return absolute(self.own_link.url)

    feed_guid = feed_url

    def author_name(self):
        # Of all entries that name no author of their own.
        return settings.WAGTAIL_SITE_NAME

    def items(self):
        return self.entries[: self.newest_shown]

    def as_html(self, words):
        """Plain words in the form in which Django sends summaries."""
        return escape(words)

    def item_extra_kwargs(self, item):
        return {"authors": [str(author) for author in self.item_authors(item)]}


class PageFeed(SiteFeed):
    """A feed of pages that `page`, a list of them, shows. Each has its strand as category."""

    def __init__(self, page, link, pages):
        super().__init__(link, pages, page.url, page.store_tags())

    def item_title(self, item):
        return item.title

    def item_link(self, item):
        return absolute(item.url)

    def item_guid(self, item):
        return item.translation_key.urn

    def item_categories(self, item):
        return [item.strand.title] if item.strand else []
