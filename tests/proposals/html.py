"""Reads a page as a browser does, and fails on any fault in its HTML."""

import html5lib


def read(response):
    """The page's root element; a fault in the HTML is an error."""
    assert response.status_code == 200
    parser = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
    return parser.parse(response.content.decode())


def words(element):
    """The text within, with its spacing evened out."""
    return " ".join("".join(element.itertext()).split())


def classes(element):
    return element.get("class", "").split()


def by_class(element, name):
    """All elements within that have this class, in the order of the page."""
    return [found for found in element.iter() if name in classes(found)]


def by_id(page, name):
    [found] = [element for element in page.iter() if element.get("id") == name]
    return found


def links(element):
    """{words: address} of all links within."""
    return {words(a): a.get("href") for a in element.iter("a")}
