from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from stakeholders import identity, links, signing_up
from stakeholders.wording import consent_words

from .shared import gone


@require_http_methods(["GET", "HEAD", "POST"])
def confirm(request, token):
    """One large button, since programs that check mails open every link in them."""
    asked = signing_up.find(links.token_in(token))
    if not asked:
        return gone(request)
    if request.method != "POST":
        context = {"consent": consent_words(asked.choices)}
        return TemplateResponse(request, "stakeholders/confirm.html", context)
    stakeholder = signing_up.confirm(asked)
    if not stakeholder:
        return gone(request)
    response = redirect(f"{reverse('stakeholder_preferences')}?confirmed")
    identity.enter(request, response, stakeholder)
    return response
