"""The newest comments of all the site, for its front door and its feed."""

from wagtail.models import Page

from core.models import BasePageQuerySet

from .models import PublicComment
from .pages import pages_without_comments


def readable_comments():
    """Published comments on pages that readers can see and on which comments are not off, newest
    first, each with its page."""
    comments = PublicComment.objects.published().filter(
        page__in=BasePageQuerySet(Page).published().values("pk")
    )
    for pages in pages_without_comments():
        comments = comments.exclude(page__in=pages)
    return comments.select_related("page").order_by("-published_at", "-pk")
