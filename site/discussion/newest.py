"""The newest comments of all the site, for its front door and its feed."""

from django.utils.text import Truncator
from wagtail.models import Page

from core.models import BasePageQuerySet

from .models import PublicComment
from .pages import pages_without_comments
from .titles import titles_of


def readable_comments():
    """Published comments on pages that readers can see and on which comments are not off, newest
    first, each with its page."""
    comments = PublicComment.objects.published().filter(
        page__in=BasePageQuerySet(Page).published().values("pk")
    )
    for pages in pages_without_comments():
        comments = comments.exclude(page__in=pages)
    return comments.select_related("page").order_by("-published_at", "-pk")


def newest_comments(number):
    """The newest `number` comments, each with the `title` of what it is on and an `excerpt`."""
    return with_titles(readable_comments()[:number])


def with_titles(comments):
    comments = list(comments)
    titles = titles_of(comments)
    for comment in comments:
        comment.title, _ = titles.get(comment.place, (comment.page.title, ""))
        comment.excerpt = Truncator(" ".join(comment.comment.split())).chars(160)
    return comments
