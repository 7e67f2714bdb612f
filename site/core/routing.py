"""Finds the page for an address in one query, where Wagtail asks once per level of the tree."""

from functools import cache, lru_cache
from itertools import accumulate

from django.db.models import Exists, OuterRef, Q
from django.http import Http404
from wagtail.models import Page, PageViewRestriction, Site
from wagtail.views import serve

from .models.querysets import is_found
from .prepared import Gap, Prepared

RESTRICTED = Exists(
    PageViewRestriction.objects.filter(Q(page=OuterRef("pk")) | Q(page__aliases=OuterRef("pk")))
)


def serve_page(request, path):
    """Wagtail's own view for pages, told beforehand which page it is."""
    request._wagtail_route_for_request = find_route(request, path)
    return serve(request, path)


def find_route(request, path):
    """The page for `path` and what its `route()` makes of the rest, None if there is none."""
    root_paths = Site.get_site_root_paths()
    if not root_paths:
        return None
    components = [component for component in path.split("/") if component]
    addresses = accumulate(
        components, lambda address, slug: f"{address}{slug}/", initial=root_paths[0].root_path
    )
    pages = pages_at(len(components) + 1)(*addresses)
    if not pages:
        return None
    [page] = with_what_it_shows(pages[-1].specific_class)(pages[-1].pk)
    # Each would ask the shared cache for them, and hold on to them here.
    for shown in (*pages, page):
        shown._wagtail_cached_site_root_paths = root_paths
    page.breadcrumbs = pages[:-1]
    page.is_open_to_all = not any(page.restricted for page in pages)
    try:
        return page.route(request, components[len(pages) - 1 :])
    except Http404:
        return None


# Bounded, since an address can be as long as somebody likes.
@lru_cache(maxsize=16)
def pages_at(number):
    """The pages at so many addresses, from the front door down."""
    return Prepared(
        Page.objects.filter(url_path__in=[Gap(position) for position in range(number)])
        .only("path", "depth", "title", "slug", "url_path", "content_type")
        .annotate(restricted=RESTRICTED)
        .order_by("depth")
    )


@cache
def with_what_it_shows(model):
    """A page of `model`, by its number, with the rows that it shows and whether readers find
    those."""
    found = {f"{key}_is_found": is_found(key) for key in model.leads_to}
    # With None it joins nothing, without it whatever it can.
    joined = [*model.joined, *model.leads_to] or [None]
    pages = model.objects.select_related(*joined).annotate(**found)
    return Prepared(pages.filter(pk=Gap()))
