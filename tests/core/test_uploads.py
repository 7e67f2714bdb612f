"""A file that can't be taken is refused in words on the form that sent it, and not kept."""

from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils.html import escape
from PIL import Image as Picture
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import Collection

SCRIPT = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
NO_IMAGE = "Upload a valid image"
NOT_SUPPORTED = "Not a supported image format"


def png(padding=0, size=(10, 10)):
    file = BytesIO()
    Picture.new("1", size).save(file, "PNG")
    return file.getvalue() + b"\0" * padding


BAD_IMAGES = {
    "text": ("a.png", lambda: b"not an image", NO_IMAGE),
    "empty": ("a.png", lambda: b"", "empty"),
    "a page": ("a.png", lambda: b"<!doctype html><p>Hello", NO_IMAGE),
    "50 MB": ("a.png", lambda: png(padding=50 * 2**20), "This file is too big"),
    "too many pixels": ("a.png", lambda: png(size=(8000, 8000)), "too many pixels"),
    "svg": ("a.svg", lambda: SCRIPT, NOT_SUPPORTED),
    "svg as png": ("a.png", lambda: SCRIPT, "Not a valid .png image"),
    "png as jpeg": ("a.jpg", png, "Not a valid .jpeg image"),
    "no extension": ("image", png, NOT_SUPPORTED),
    "signature alone": ("a.png", lambda: png()[:8], NO_IMAGE),
    "cut off": ("a.png", lambda: png()[:-20], NO_IMAGE),
}
BAD_DOCUMENTS = {
    "program": ("a.exe", lambda: b"MZ", "File extension “exe” is not allowed"),
    "page": ("a.html", lambda: b"<script>", "File extension “html” is not allowed"),
    "svg": ("a.svg", lambda: SCRIPT, "File extension “svg” is not allowed"),
    "no extension": ("terms", lambda: b"Terms", "is not allowed"),
    "empty": ("a.txt", lambda: b"", "empty"),
    "30 MB": ("a.txt", lambda: b"\0" * 30 * 2**20, "too big"),
}
MODELS = {"images": get_image_model, "documents": get_document_model}


def table(uploads):
    return pytest.mark.parametrize(
        ("name", "content", "message"), uploads.values(), ids=uploads.keys()
    )


@pytest.fixture
def send(editor_client):
    """Sends a file by one of the three ways in: a form, a chooser, many at once."""

    def send(kind, way, name, content):
        file = SimpleUploadedFile(name, content)
        prefix = f"{kind.removesuffix('s')}-chooser-upload-"
        fields = {"title": "Kept as typed", "collection": Collection.get_first_root_node().pk}
        if way == "form":
            return editor_client.post(f"/admin/{kind}/add/", {**fields, "file": file})
        if way == "chooser":
            data = {prefix + field: value for field, value in {**fields, "file": file}.items()}
            return editor_client.post(f"/admin/{kind}/chooser/create/", data)
        return editor_client.post(f"/admin/{kind}/multiple/add/", {**fields, "files[]": file})

    return send


def assert_refused(response, kind, way, message):
    assert response.status_code == 200
    if way == "many":
        answer = response.json()
        assert answer["success"] is False
        assert message in answer["error_message"]
    else:
        text = response.json()["htmlFragment"] if way == "chooser" else response.content.decode()
        assert escape(message) in text
        assert "Kept as typed" in text
    assert not MODELS[kind]().objects.exists()


@table(BAD_IMAGES)
@pytest.mark.parametrize("way", ["form", "chooser", "many"])
def test_image_that_can_not_be_taken_is_refused_in_words(send, way, name, content, message):
    assert_refused(send("images", way, name, content()), "images", way, message)


@table(BAD_DOCUMENTS)
@pytest.mark.parametrize("way", ["form", "chooser", "many"])
def test_document_that_can_not_be_taken_is_refused_in_words(send, way, name, content, message):
    if way == "many" and name in {"a.exe", "a.html", "a.svg", "terms"}:
        message = "not allowed"
    assert_refused(send("documents", way, name, content()), "documents", way, message)


@pytest.mark.parametrize("way", ["form", "chooser", "many"])
def test_good_files_are_taken(send, way):
    send("images", way, "a.png", png())
    send("documents", way, "a.txt", b"Terms")
    assert get_image_model().objects.count() == 1
    assert get_document_model().objects.count() == 1


def test_document_is_sent_to_be_saved_and_not_shown_as_a_page(client, document):
    response = client.get(document.url)
    assert response.status_code == 200
    assert response["Content-Disposition"].startswith("attachment")
    assert "default-src 'none'" in response["Content-Security-Policy"]
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Cache-Control"] == "private, no-cache"
