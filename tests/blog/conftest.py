from io import BytesIO

import pytest
from django.core.files.base import ContentFile
from PIL import Image as Picture
from wagtail.documents import get_document_model
from wagtail.images import get_image_model


@pytest.fixture
def demo_images(db):
    """A stored image, and a document of five bytes."""
    drawn = BytesIO()
    Picture.new("RGB", (1200, 600), "red").save(drawn, "PNG")
    image = get_image_model().objects.create(
        title="Red", file=ContentFile(drawn.getvalue(), "red.png")
    )
    document = get_document_model()(title="Terms", file=ContentFile(b"Terms", "terms.txt"))
    document.file_size = 5
    document.save()
    return image, document
