"""Reads an Atom feed as strictly as the W3C's validator does."""

import re
from urllib.parse import urlsplit

from defusedxml import ElementTree

ATOM = "{http://www.w3.org/2005/Atom}"
RFC_3339 = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)")


def read_feed(response):
    """The feed's root element, when nothing is wrong with it."""
    assert response.status_code == 200
    assert response["Content-Type"] == "application/atom+xml; charset=utf-8"
    feed = ElementTree.fromstring(response.content)
    assert feed.tag == f"{ATOM}feed"
    check_element(feed)
    assert all_of(feed, "link", rel="self")[0].get("href").endswith(response.request["PATH_INFO"])
    ids = [text(entry, "id") for entry in entries(feed)]
    assert len(ids) == len(set(ids))
    for entry in entries(feed):
        check_element(entry)
        assert entry.find(f"{ATOM}author") is not None or feed.find(f"{ATOM}author") is not None
        assert text(entry, "summary")
    return feed


def check_element(element):
    """What RFC 4287 asks of a feed and of an entry alike."""
    for name in ("id", "title", "updated"):
        assert len(all_of(element, name)) == 1, name
    assert re.match(r"(https?|urn):", text(element, "id"))
    assert len(all_of(element, "link", rel="alternate")) == 1
    for link in all_of(element, "link"):
        assert urlsplit(link.get("href")).netloc
    for name in ("updated", "published"):
        for moment in all_of(element, name):
            assert RFC_3339.fullmatch(moment.text)
    for author in all_of(element, "author"):
        assert text(author, "name")
    for category in all_of(element, "category"):
        assert category.get("term")


def entries(feed):
    return all_of(feed, "entry")


def all_of(element, name, **attributes):
    return [
        found
        for found in element.findall(f"{ATOM}{name}")
        if attributes.items() <= found.attrib.items()
    ]


def text(element, name):
    return element.findtext(f"{ATOM}{name}").strip()


def titles(feed):
    return [text(entry, "title") for entry in entries(feed)]
