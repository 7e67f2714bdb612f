"""Reads the files of the demo content."""

import re
import tomllib
import uuid
from datetime import datetime, timedelta
from pathlib import Path

from django.utils import timezone

FOLDER = Path(__file__).parent
PAGE_LINK = re.compile(r'<a href="page:([\w-]+)">')


def read(name):
    return tomllib.loads((FOLDER / f"{name}.toml").read_text())


def read_folder(name):
    """{slug: content} of every file in a folder."""
    return {
        path.stem: read(f"{name}/{path.stem}") for path in sorted((FOLDER / name).glob("*.toml"))
    }


def on(days):
    """The date that lies so many days from today."""
    return timezone.localdate() + timedelta(days=days)


def at(days, time):
    """The moment at which it is `time` here, so many days from today."""
    return timezone.make_aware(datetime.combine(on(days), time))


def block_id(*words):
    """The same id for the same words on every site, so that loading again finds what it made."""
    return str(uuid.uuid5(uuid.NAMESPACE_URL, "/".join(words)))


def resolve_links(html, pages):
    """Rich text as Wagtail stores it: links by slug become links by the id of one of `pages`, and
    stay as they are while that page is not there yet."""

    def resolve(link):
        page = pages.get(link[1])
        return f'<a linktype="page" id="{page.pk}">' if page else link[0]

    return PAGE_LINK.sub(resolve, html).strip()
