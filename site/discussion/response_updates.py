"""Official responses as stakeholders hear of them: those who follow the page where one is read."""

from operator import attrgetter

from django.utils.text import Truncator

from core.links import absolute
from stakeholders.updates.kinds import UpdateKind, register

from .models import OfficialResponse

LONGEST = 600


def register_updates():
    register(
        UpdateKind(
            "response",
            "Official response",
            OfficialResponse,
            published,
            is_out=attrgetter("is_found"),
        )
    )


def published(response):
    shown = response.shown_at.found().order_by("pk").select_related("page").first()
    if not shown:
        return None
    page = shown.page.specific
    return {
        "cause": str(response.pk),
        "page": page,
        "strand": getattr(page, "strand_id", None),
        "title": f"{response.organisation} on “{page.title}”"[:255],
        "summary": Truncator(response.did).chars(LONGEST),
        "url": absolute(response.get_absolute_url()),
    }
