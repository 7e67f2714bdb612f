"""What stands around every page: the menu above it, the footer below."""

from django.core.cache import cache
from django.db.models import F
from wagtail.models import Page

from .models import Footer
from .page_store import tags

KEY = "frame"


def get_frame():
    """Menu and footer as plain values, kept in the cache until either changes:
    {"menu": [{"title", "url"}], "links": [{"title", "url"}], "coordinated_by", "contact_email"}."""
    kept = cache.get(KEY)
    tokens = tags.tokens([tags.FRAME])
    if not kept or kept["tokens"] != tokens:
        kept = {"tokens": tokens, "frame": make_frame()}
        cache.set(KEY, kept)
    return kept["frame"]


def make_frame():
    footer = Footer.objects.filter(site__is_default_site=True).first() or Footer()
    return {
        "menu": as_links(Page.objects.live().in_menu().filter(depth__lte=3).order_by("path")),
        "links": as_links(
            Page.objects.live()
            .filter(footer_links__footer=footer.pk)
            .order_by(F("footer_links__sort_order"))
        ),
        "coordinated_by": footer.coordinated_by,
        "contact_email": footer.contact_email,
    }


def as_links(pages):
    return [{"title": page.title, "url": page.url} for page in pages]
