from django.conf import settings
from django.template.response import TemplateResponse


def gone(request):
    """The page behind a link that doesn't hold, or no longer: what happened and what to do."""
    return TemplateResponse(
        request, "discussion/gone.html", {"days": settings.UNCONFIRMED_COMMENT_DAYS}, status=404
    )
