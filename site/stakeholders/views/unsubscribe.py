from django.conf import settings
from django.template.response import TemplateResponse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from stakeholders import links
from stakeholders.identity import forget
from stakeholders.lifecycle import leave

from .shared import gone


# Mail programs send this POST themselves (RFC 8058), with no cookie: the link is the proof.
@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
def unsubscribe(request, token):
    """Leave in one click."""
    stakeholder = links.who_unsubscribes(token)
    if not stakeholder:
        return gone(request)
    if request.method == "POST":
        leave(stakeholder, source="unsubscribe link")
        stakeholder.refresh_from_db()
    response = TemplateResponse(
        request,
        "stakeholders/unsubscribe.html",
        {
            "has_left": bool(stakeholder.left_at),
            "is_held": bool(stakeholder.address),
            "days": settings.STAKEHOLDER_ADDRESS_DAYS,
        },
    )
    if stakeholder.left_at:
        forget(response)
    return response
