from django.template.response import TemplateResponse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from discussion import links
from discussion.followers import mute

from .shared import about_place_of, gone


# Mail programs send this POST themselves (RFC 8058), with no cookie: the link is the proof.
@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
def mute_thread(request, token):
    """End the mails about replies in one thread."""
    comment = links.find_comment("mute", token)
    if not comment:
        return gone(request)
    if request.method == "POST":
        mute(comment)
    return TemplateResponse(
        request,
        "discussion/mute.html",
        {
            "comment": comment,
            "place": about_place_of(comment),
            "muted": request.method == "POST" or not comment.followup,
        },
    )
