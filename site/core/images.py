"""Images on their way in, and their sized copies on their way out."""

from django.conf import settings
from django.core.exceptions import ValidationError
from django.http import Http404
from django.views.static import serve
from PIL import Image
from wagtail.images.fields import WagtailImageField
from wagtail.images.forms import BaseImageForm


class WholeImageField(WagtailImageField):
    """Takes what Wagtail's field takes, if every pixel of it can be read: a file that begins like
    an image and goes on as something else would break this form, or later each page it is on."""

    def to_python(self, data):
        try:
            file = super().to_python(data)
            if file:
                with Image.open(file) as image:
                    image.load()
                file.seek(0)
        except ValidationError:
            raise
        except Exception as error:  # image libraries raise whatever they like
            raise ValidationError(
                self.error_messages["invalid_image"], code="invalid_image"
            ) from error
        return file


class ImageForm(BaseImageForm):
    """The form behind every way of sending an image in."""

    file = WholeImageField(widget=BaseImageForm.Meta.widgets["file"])


def serve_image(request, path):
    """A sized copy of an image; a name that no file can have is no image."""
    try:
        return serve(request, path, document_root=settings.MEDIA_ROOT / "images")
    except OSError as error:
        raise Http404("No such image.") from error
