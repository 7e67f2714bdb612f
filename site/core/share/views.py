from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.http import FileResponse, Http404
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe
from wagtail.models import Page

from core.models import BasePageQuerySet

from .drawing import draw


@require_safe
def share_image(request, page_id, fingerprint):
    """The image of a public page, as it is now: any other fingerprint names nothing."""
    pages = BasePageQuerySet(Page).published().filter(depth__gt=1)
    card = get_object_or_404(pages, pk=page_id).specific.share_card
    if fingerprint != card.fingerprint:
        raise Http404("No such image.")
    # Where links are passed on, other sites show it.
    headers = {"Cross-Origin-Resource-Policy": "cross-origin"}
    return FileResponse(stored(card), content_type="image/png", headers=headers)


def stored(card):
    """The image's file, drawn at the first request for it."""
    name = f"share/{card.fingerprint}.png"
    try:
        return default_storage.open(name)
    except FileNotFoundError:
        saved = default_storage.save(name, ContentFile(draw(card)))
        if saved != name:  # somebody else's request drew it meanwhile
            default_storage.delete(saved)
        return default_storage.open(name)
