"""Which pages people may follow singly. Apps above say so in their `AppConfig.ready()`, since
stakeholders know no page."""

from django.db.models import Q
from wagtail.models import Page

_sources = []


def let_follow(pages):
    """Let people follow the pages of the queryset that `pages()` gives."""
    _sources.append(pages)


def pages_to_follow(followed=()):
    """[(primary key, title)] by title: of those that readers see now, and of those among
    `followed` (primary keys) that are still there."""
    wanted = Q(pk__in=followed)
    for pages in _sources:
        wanted |= Q(pk__in=pages().values("pk"))
    pages = Page.objects.live().filter(wanted)
    return list(pages.order_by("title").values_list("pk", "title"))
