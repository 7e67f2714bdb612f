from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.views.decorators.http import require_http_methods

from stakeholders.identity import identify


@require_http_methods(["GET", "HEAD"])
def preferences(request):
    """What somebody chose."""
    stakeholder = identify(request)
    if not stakeholder:
        return redirect("/")
    return TemplateResponse(request, "stakeholders/preferences.html", {"stakeholder": stakeholder})
