"""The editors' guide, docs/editors.md, as help inside the admin."""

from itertools import pairwise
from pathlib import PurePosixPath

from django.conf import settings
from django.core.files.images import get_image_dimensions
from django.http import FileResponse, Http404
from django.shortcuts import render
from django.urls import reverse
from django.utils.safestring import mark_safe
from django.utils.text import slugify
from markdown_it import MarkdownIt

TEXT = settings.ROOT / "docs" / "editors.md"
PICTURES = settings.ROOT / "docs" / "pictures" / "editors"

MARKDOWN = MarkdownIt("commonmark", {"html": False}).enable("table")


def read_guide():
    """(title, HTML) of the guide: its headings have anchors as on a code host, and its pictures,
    which the text finds beside itself, come from `picture`."""
    tokens = MARKDOWN.parse(TEXT.read_text(encoding="utf-8"))
    for token, content in pairwise(tokens):
        if token.type == "heading_open":
            token.attrSet("id", slugify(content.content))
    for image in (child for token in tokens for child in token.children or ()):
        if image.type == "image":
            use_our_picture(image, PurePosixPath(image.attrGet("src")).name)
    _open, title, _close, *body = tokens
    html = MARKDOWN.renderer.render(body, MARKDOWN.options, {})
    return title.content, mark_safe(html)  # noqa: S308  a text of our own, its HTML escaped


def use_our_picture(image, name):
    """With its size, so that a link to a heading leads there before the pictures have come."""
    width, height = get_image_dimensions(PICTURES / name)
    source = reverse("guide_picture", args=[name])
    image.attrs.update(src=source, width=width, height=height)


def guide(request):
    title, body = read_guide()
    names = {"header_title": title, "page_title": title, "header_icon": "help"}
    return render(request, "editors/guide.html", {**names, "body": body})


def picture(request, name):
    """A picture of the guide. A name is looked for among those in the folder, never opened as a
    path."""
    if name not in {file.name for file in PICTURES.glob("*.png")}:
        raise Http404("No such picture.")
    return FileResponse((PICTURES / name).open("rb"))
