from django.conf import settings
from django.template.response import TemplateResponse


def gone(request):
    """The page behind a link that doesn't hold, or no longer: what happened and what to do."""
    context = {"days": settings.UNCONFIRMED_SIGN_UP_DAYS}
    return TemplateResponse(request, "stakeholders/gone.html", context, status=404)
