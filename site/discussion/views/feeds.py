from django.http import Http404
from wagtail.models import Page

from core.page_store import tags
from discussion.feed_links import ALL_COMMENTS, comments_on
from discussion.feeds import CommentFeed
from discussion.newest import readable_comments
from discussion.places import Openness, find
from discussion.stored_pages import COMMENTS


def all_comments(request):
    # It names the pages that comments are on, of any kind.
    shows = {COMMENTS, tags.listing(Page)}
    return CommentFeed(ALL_COMMENTS, readable_comments(), "/", shows)(request)


def comments_of(request, key):
    """Those of one place; a page's feed holds what is said on its statements as well."""
    place, thing = find(key)
    if not thing or place.openness(thing) == Openness.OFF:
        raise Http404("No comments are shown there.")
    page = place.page(thing)
    comments = readable_comments()
    comments = comments.filter(page=page) if thing == page else comments.at(key)
    own_link = comments_on(place.title(thing), key)
    return CommentFeed(own_link, comments, place.url(thing), page.store_tags())(request)
