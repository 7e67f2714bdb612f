"""Links in rich text, resolved for a whole page at once (see the `links` template tag)."""

import re
from contextlib import suppress
from functools import lru_cache

from django.template.defaultfilters import filesizeformat
from django.urls import NoReverseMatch, reverse
from django.utils.html import format_html
from wagtail.documents import get_document_model
from wagtail.documents.rich_text import DocumentLinkHandler
from wagtail.models import Page, Site
from wagtail.rich_text.pages import PageLinkHandler
from wagtail.rich_text.rewriters import LinkRewriter

from .prepared import Gap, Prepared

# What fits into a database's integer: a longer number is nobody's.
ID = re.compile(r"[0-9]{1,18}")

INTERNAL_LINK = re.compile(r"<a(\b[^>]*\slinktype=[^>]*)>")


def in_order(in_bulk, attrs_list):
    """What each link leads to, None where it is gone or the link names none. `in_bulk` is asked
    once, for all numbers together, and gives a dict of what it finds."""
    ids = [int(attrs["id"]) if ID.fullmatch(attrs.get("id", "")) else None for attrs in attrs_list]
    found = in_bulk(set(ids) - {None})
    return [found.get(pk) for pk in ids]


# Bounded, since a page can have any number of links.
@lru_cache(maxsize=64)
def live_pages(number):
    """The numbers and `url_path`s of those live among so many pages."""
    pages = Page.objects.live().filter(pk__in=[Gap(position) for position in range(number)])
    return Prepared(pages.order_by().values_list("pk", "url_path"))


def addresses_of_pages(numbers):
    """{number: address} of the live pages among these. Wagtail would make a page of each, and ask
    the shared cache for it."""
    found = live_pages(len(numbers))(*numbers) if numbers else []
    root = Site.get_site_root_paths()[0].root_path if found else ""
    addresses = {}
    for number, url_path in found:
        # Of another tree, or of a name that no address can hold.
        with suppress(NoReverseMatch):
            if url_path.startswith(root):
                addresses[number] = reverse("wagtail_serve", args=[url_path.removeprefix(root)])
    return addresses


class OneQueryPageLinkHandler(PageLinkHandler):
    """Wagtail's handler, without asking once more for each type of page linked to. A page that is
    not public leaves its words without a link."""

    @classmethod
    def expand_db_attributes_many(cls, attrs_list):
        return [
            format_html('<a href="{}">', address) if address else "<a>"
            for address in in_order(addresses_of_pages, attrs_list)
        ]


class DescribedDocumentLinkHandler(DocumentLinkHandler):
    """Says of each document what kind of file it is and how large, before anyone downloads it."""

    @classmethod
    def expand_db_attributes_many(cls, attrs_list):
        return [
            format_html(
                '<a href="{}" data-file="{}, {}">',
                document.url,
                document.file_extension.upper(),
                filesizeformat(document.file_size or 0),
            )
            if document
            else "<a>"
            for document in in_order(get_document_model().objects.in_bulk, attrs_list)
        ]


class InternalLinkRewriter(LinkRewriter):
    """Wagtail's, for internal links alone: of those on a proposal most lead from one statement to
    another, and looking at each takes as long as all the rest."""

    def get_opening_tag_regex(self):
        return INTERNAL_LINK


HANDLERS = (OneQueryPageLinkHandler, DescribedDocumentLinkHandler)

resolve_links = InternalLinkRewriter(
    bulk_rules={handler.identifier: handler.expand_db_attributes_many for handler in HANDLERS}
)
