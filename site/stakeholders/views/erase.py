from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.views.decorators.http import require_http_methods

from core import personal_data
from stakeholders.identity import forget

from .shared import signed_in


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
def erase(request, stakeholder):
    """Says what is deleted, and deletes it: all that the site holds under the person's address."""
    if request.method != "POST":
        counts = personal_data.count(stakeholder.address)
        return TemplateResponse(
            request, "stakeholders/erase.html", {"counts": counts, "stakeholder": stakeholder}
        )
    personal_data.erase(stakeholder.address)
    response = redirect("stakeholder_erased")
    forget(response)
    return response


@require_http_methods(["GET", "HEAD"])
def erased(request):
    return TemplateResponse(request, "stakeholders/erased.html")
