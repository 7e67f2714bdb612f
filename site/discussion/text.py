"""What people write, turned into safe HTML.

A small part of Markdown: paragraphs, quotes, lists, emphasis and links. Everything else is shown as
it was typed.
"""

import hashlib
import re

import nh3
from django.utils.html import strip_tags
from markdown_it import MarkdownIt

RULES = ["blockquote", "list", "emphasis", "link", "autolink", "linkify", "newline", "escape"]
TAGS = {"p", "br", "blockquote", "ul", "ol", "li", "em", "strong", "a"}
DEEPEST = 8
NESTS = re.compile(r"[>*+-]|\d[.)]")


markdown = MarkdownIt(
    "zero", {"html": False, "linkify": True, "breaks": True, "maxNesting": DEEPEST}
).enable(RULES)


def to_html(text):
    """Safe HTML of a comment's Markdown. Links say that we do not vouch for them."""
    return nh3.clean(
        markdown.render(text),
        tags=TAGS,
        attributes={"a": {"href"}},
        url_schemes={"http", "https"},
        link_rel="nofollow ugc noopener",
    )


def is_too_deep(text):
    """Whether quotes or lists lie in each other so deep that `to_html` would leave words out."""
    # A list is two levels, and each needs a sign of its own.
    return len(NESTS.findall(text)) >= DEEPEST // 2 and any(
        token.nesting == 1 and token.type != "paragraph_open" and token.level >= DEEPEST - 1
        for token in markdown.parse(text)
    )


def says_nothing(text):
    """Whether it holds marks of Markdown alone, of which `to_html` leaves nothing to be read."""
    return not any(map(str.isalpha, text)) and not strip_tags(to_html(text)).strip()


def text_hash(text):
    """SHA-256 (hex) of a text, blind to capitals and spacing; empty for an empty text."""
    words = " ".join(text.casefold().split())
    return hashlib.sha256(words.encode()).hexdigest() if words else ""


def links(text):
    """The addresses that a comment links to, each once, in their order."""
    tokens = [child for token in markdown.parse(text) for child in token.children or ()]
    found = (token.attrGet("href") for token in tokens if token.type == "link_open")
    return list(dict.fromkeys(found))
