"""What stands around every page: the menu above it, the footer below."""

from django.core.cache import cache
from django.db.models import F
from wagtail.models import Page

from .models import BasePageQuerySet, Footer
from .page_store import tags

KEY = "frame"


def get_frame():
    """Menu and footer as plain values, kept in the cache until either changes:
    {"menu": [{"id", "title", "url"}], "links": [the same], "coordinated_by", "contact_email"}."""
    kept = cache.get(KEY)
    tokens = tags.tokens([tags.FRAME])
    if not kept or kept["tokens"] != tokens:
        kept = {"tokens": tokens, "frame": make_frame()}
        cache.set(KEY, kept, timeout=None)
    return kept["frame"]


def may_show(page):
    """Whether menu or footer show `page`, or did when they were last made."""
    kept = cache.get(KEY)
    was_in_menu = not kept or page.pk in {link["id"] for link in kept["frame"]["menu"]}
    return page.show_in_menus or was_in_menu or page.footer_links.exists()


def make_frame():
    pages = BasePageQuerySet(Page).published()
    footer = Footer.objects.filter(site__is_default_site=True).first() or Footer()
    return {
        "menu": as_links(pages.in_menu().filter(depth__lte=3).order_by("path")),
        "links": as_links(
            pages.filter(footer_links__footer__site__is_default_site=True).order_by(
                F("footer_links__sort_order")
            )
        ),
        "coordinated_by": footer.coordinated_by,
        "contact_email": footer.contact_email,
    }


def as_links(pages):
    return [{"id": page.pk, "title": page.title, "url": page.url} for page in pages]
