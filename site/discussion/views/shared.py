from django.conf import settings
from django.template.response import TemplateResponse

from discussion.places import place_of


def gone(request):
    """The page behind a link that doesn't hold, or no longer: what happened and what to do."""
    return TemplateResponse(
        request, "discussion/gone.html", {"days": settings.UNCONFIRMED_COMMENT_DAYS}, status=404
    )


def about(place, thing):
    """What pages say of the thing that a comment is on."""
    return {
        "title": place.title(thing),
        "url": place.url(thing),
        "opens": place.opens(thing),
    }


def about_place_of(comment):
    thing = comment.content_object
    return about(place_of(thing), thing)
