"""Which pages people may follow singly. Apps above say so in their `AppConfig.ready()`, since
stakeholders know no page."""

from wagtail.models import Page

_sources = []


def let_follow(pages):
    """Let people follow the pages of the queryset that `pages()` gives."""
    _sources.append(pages)


def pages_to_follow(followed=()):
    """[(primary key, title)] by title: of those that readers see now, and of those among
    `followed` (primary keys) that are still there."""
    keys = {key for pages in _sources for key in pages().values_list("pk", flat=True)}
    pages = Page.objects.live().filter(pk__in=keys | set(followed))
    return list(pages.order_by("title").values_list("pk", "title"))
