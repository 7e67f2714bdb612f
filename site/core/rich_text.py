"""Links in rich text, resolved for a whole page at once (see the `links` template tag)."""

import re

from django.template.defaultfilters import filesizeformat
from django.utils.html import format_html
from wagtail.documents import get_document_model
from wagtail.documents.rich_text import DocumentLinkHandler
from wagtail.models import Page
from wagtail.rich_text.pages import PageLinkHandler
from wagtail.rich_text.rewriters import LinkRewriter

# What fits into a database's integer: a longer number is nobody's.
ID = re.compile(r"[0-9]{1,18}")

INTERNAL_LINK = re.compile(r"<a(\b[^>]*\slinktype=[^>]*)>")


def in_order(objects, attrs_list):
    """The object each link names, None where it is gone or the link names none, in one query."""
    ids = [int(attrs["id"]) if ID.fullmatch(attrs.get("id", "")) else None for attrs in attrs_list]
    found = objects.in_bulk(set(ids) - {None})
    return [found.get(pk) for pk in ids]


class OneQueryPageLinkHandler(PageLinkHandler):
    """Wagtail's handler, without asking once more for each type of page linked to. A page that is
    not public leaves its words without a link."""

    @classmethod
    def expand_db_attributes_many(cls, attrs_list):
        return [
            format_html('<a href="{}">', page.url) if page and page.live else "<a>"
            for page in in_order(Page.objects.order_by().only("url_path", "live"), attrs_list)
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
            for document in in_order(get_document_model().objects, attrs_list)
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
