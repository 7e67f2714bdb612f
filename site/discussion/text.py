"""What people write: cleaned on its way in, and turned into safe HTML.

A small part of Markdown: paragraphs, quotes, lists, emphasis and links. Everything else is shown as
it was typed.
"""

import hashlib
import re
import unicodedata

import nh3
from markdown_it import MarkdownIt

# Signs that no text needs: control characters but the line's end, halves of surrogate pairs, and
# what turns the direction of the words around it. Marks for right-to-left scripts stay.
UNWANTED = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufeff\ufff9-\ufffb\ud800-\udfff]"
)
MANY_EMPTY_LINES = re.compile(r"\n{3,}")

RULES = ["blockquote", "list", "emphasis", "link", "autolink", "linkify", "newline", "escape"]
TAGS = {"p", "br", "blockquote", "ul", "ol", "li", "em", "strong", "a"}
DEEPEST = 8


markdown = MarkdownIt(
    "zero", {"html": False, "linkify": True, "breaks": True, "maxNesting": DEEPEST}
).enable(RULES)


def clean_line(text):
    """One line of typed text, such as a name: without unwanted signs, in one form (NFC)."""
    return " ".join(clean_text(text).split())


def clean_text(text):
    """Typed text without unwanted signs, in one form (NFC), at most one empty line in a row."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ")
    text = unicodedata.normalize("NFC", UNWANTED.sub("", text))
    return MANY_EMPTY_LINES.sub("\n\n", text).strip()


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
    return any(
        token.nesting == 1 and token.type != "paragraph_open" and token.level >= DEEPEST - 1
        for token in markdown.parse(text)
    )


def text_hash(text):
    """SHA-256 (hex) of a text, blind to capitals and spacing; empty for an empty text."""
    words = " ".join(text.casefold().split())
    return hashlib.sha256(words.encode()).hexdigest() if words else ""


def links(text):
    """The addresses that a comment links to, each once, in their order."""
    tokens = [child for token in markdown.parse(text) for child in token.children or ()]
    found = (token.attrGet("href") for token in tokens if token.type == "link_open")
    return list(dict.fromkeys(found))
