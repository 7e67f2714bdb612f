from functools import cache

from django.db.models import CharField, Exists, ExpressionWrapper, F, OuterRef
from wagtail.models import Page, PageManager, PageViewRestriction
from wagtail.query import PageQuerySet


class BasePageQuerySet(PageQuerySet):
    def published(self):
        """What a reader may find in lists, feeds and search: live, and not restricted, neither
        itself nor through a page above it. Wagtail's `public()` asks that in a query of its own."""
        return self.live().exclude(is_restricted())


@cache
def is_restricted():
    """The condition that a page or one above it is, put together once: that takes Django longer
    than a database needs to look."""
    own_path = ExpressionWrapper(OuterRef("path"), output_field=CharField())
    restrictions = PageViewRestriction.objects.annotate(own_path=own_path)
    return Exists(restrictions.filter(own_path__startswith=F("page__path")))


@cache
def is_found(key="pk"):
    """The condition that readers find the page itself, or the one that the foreign key names."""
    return Exists(BasePageQuerySet(Page).published().filter(pk=OuterRef(key)))


BasePageManager = PageManager.from_queryset(BasePageQuerySet)
