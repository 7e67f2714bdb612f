from django.http import Http404
from django.shortcuts import get_object_or_404, redirect

from discussion.models import PublicComment
from discussion.places import Openness, find
from discussion.thread import PARAMETER, page_holding


def permanent(request, uuid):
    """Where a comment, or the stone for it, stands now: on which page of its discussion."""
    comment = get_object_or_404(PublicComment.objects.shown(), uuid=uuid)
    place, thing = find(comment.place)
    if not thing or place.openness(thing) == Openness.OFF:
        raise Http404("Its page is not shown.")
    number = page_holding(comment)
    query = f"?{PARAMETER}={number}" if number > 1 else ""
    return redirect(f"{place.url(thing)}{query}#comment-{comment.uuid}")
