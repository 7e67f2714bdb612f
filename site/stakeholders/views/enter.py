from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.views.decorators.http import require_http_methods

from stakeholders import links
from stakeholders.identity import remember

from .shared import gone


@require_http_methods(["GET", "HEAD", "POST"])
def enter(request, token):
    """One button, since programs that check mails open every link in them."""
    stakeholder = links.who_may_enter(token)
    if not stakeholder:
        return gone(request)
    if request.method != "POST":
        return TemplateResponse(request, "stakeholders/enter.html")
    response = redirect("stakeholder_preferences")
    remember(response, stakeholder)
    return response
