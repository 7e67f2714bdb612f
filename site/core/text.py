"""What people type, cleaned on its way in."""

import re
import unicodedata

# Signs that no text needs: control characters but the line's end, halves of surrogate pairs, and
# what turns the direction of the words around it. Marks for right-to-left scripts stay.
UNWANTED = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufeff\ufff9-\ufffb\ud800-\udfff]"
)
# Letters and a sign, says Unicode; but nobody sees them.
UNSEEN = "\u115f\u1160\u2800\u3164\uffa0"
MANY_EMPTY_LINES = re.compile(r"\n{3,}")


def clean_line(text):
    """One line of typed text, such as a name: without unwanted signs, in one form (NFC)."""
    return " ".join(clean_text(text).split())


def clean_text(text):
    """Typed text without unwanted signs, in one form (NFC), at most one empty line in a row; empty
    where nothing would be seen of it."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ")
    text = unicodedata.normalize("NFC", UNWANTED.sub("", text))
    return MANY_EMPTY_LINES.sub("\n\n", text).strip() if is_seen(text) else ""


def is_seen(text):
    """Whether there is a letter, number or sign in it that shows."""
    return any(unicodedata.category(sign)[0] in "LNPS" and sign not in UNSEEN for sign in text)
