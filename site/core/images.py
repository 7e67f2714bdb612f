from django.conf import settings
from django.http import Http404
from django.views.static import serve


def serve_image(request, path):
    """A sized copy of an image; a name that no file can have is no image."""
    try:
        return serve(request, path, document_root=settings.MEDIA_ROOT / "images")
    except OSError as error:
        raise Http404("No such image.") from error
