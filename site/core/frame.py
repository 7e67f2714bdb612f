"""What stands around every page: the menu above it, the footer below."""

from operator import attrgetter

from django.core.cache import cache
from django.db.models import F, FilteredRelation, Q
from wagtail.models import Page

from .models import BasePageQuerySet, Footer
from .page_store import tags

KEY = "frame"
# The root, the home page and the sections below it.
DEEPEST_IN_MENU = 3


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
    footer = Footer.objects.filter(site__is_default_site=True).first() or Footer()
    pages = in_frame(footer)
    in_menu = [page for page in pages if page.show_in_menus and page.depth <= DEEPEST_IN_MENU]
    return {
        "menu": as_links(sorted(in_menu, key=attrgetter("path"))),
        "links": as_links(page for page in pages if page.link_id),
        "coordinated_by": footer.coordinated_by,
        "contact_email": footer.contact_email,
    }


def in_frame(footer):
    """The pages that readers find and that menu or footer lead to, in the footer's order: one
    query. Their `link_id` is that of the footer's link, None where it has none."""
    link = FilteredRelation("footer_links", condition=Q(footer_links__footer=footer.pk))
    pages = BasePageQuerySet(Page).published().annotate(link=link, link_id=F("link__pk"))
    in_menu = Q(show_in_menus=True, depth__lte=DEEPEST_IN_MENU)
    return list(pages.filter(in_menu | Q(link_id__isnull=False)).order_by("link__sort_order"))


def as_links(pages):
    return [{"id": page.pk, "title": page.title, "url": page.url} for page in pages]
