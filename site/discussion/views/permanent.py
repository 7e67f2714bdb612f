from django.http import Http404
from django.shortcuts import get_object_or_404, redirect

from discussion.models import OfficialResponse, PublicComment, ResponsesPage
from discussion.places import Openness, find, find_many
from discussion.thread import PARAMETER, page_holding


def permanent_comment(request, uuid):
    """Where a comment, or the stone for it, stands now: on which page of its discussion."""
    comment = get_object_or_404(PublicComment.objects.shown(), uuid=uuid)
    place, thing = find(comment.place)
    if not thing or place.openness(thing) == Openness.OFF:
        raise Http404("Its page is not shown.")
    number = page_holding(comment)
    query = f"?{PARAMETER}={number}" if number > 1 else ""
    return redirect(f"{place.url(thing)}{query}#comment-{comment.uuid}")


def permanent_response(request, pk):
    """Where an official response is read: beside the comments on what it answers, or else together
    with all others."""
    response = get_object_or_404(OfficialResponse.objects.published(), pk=pk)
    shown_at = find_many(row.place for row in response.shown_at.all())
    for place, thing in shown_at.values():
        if place.shows_responses(thing) and place.openness(thing) != Openness.OFF:
            return redirect(f"{place.url(thing)}#response-{response.pk}")
    page = ResponsesPage.objects.live().first()
    if not (page and shown_at):
        raise Http404("It is not shown.")
    return redirect(page.path_of(response))
