"""The single signs of spam. Each looks at a comment and the seconds it took, and gives points with
words for moderators, or None."""

import re
from functools import cache
from pathlib import Path

from django.conf import settings

LINK = re.compile(r"\bhttps?://\S+|\bwww\.\S+", re.IGNORECASE)
WORD = re.compile(r"[^\W\d_]{2,}")

FEWEST_SECONDS = 3
LINKS_THAT_HELP = 2
LETTERS_THAT_TELL = 40

# Alone it holds nobody up: readers without JavaScript send none.
UNPROVED = (2, "Sent without proof of work")


def too_fast(comment, seconds):
    if seconds < FEWEST_SECONDS:
        return 2, f"Sent within {FEWEST_SECONDS} seconds"


def links(comment, seconds):
    number = len(LINK.findall(comment.comment))
    if number and len(WORD.findall(LINK.sub(" ", comment.comment))) < 3:
        return 4, "Nothing but links"
    if number > LINKS_THAT_HELP:
        return min(number, 6), f"{number} links"


def listed_words(comment, seconds):
    text = " ".join([comment.user_name, comment.organisation, comment.comment]).casefold()
    found = sorted({match[0] for match in words_in(settings.SPAM_WORDS_FILE).finditer(text)})
    if found:
        return min(2 * len(found), 6), f"Words: {', '.join(found)}"


def capitals(comment, seconds):
    letters = [sign for sign in comment.comment if sign.isalpha()]
    if len(letters) >= LETTERS_THAT_TELL and sum(map(str.isupper, letters)) > len(letters) / 2:
        return 2, "Mostly capitals"


def sent_before(times):
    """The sign that the same text was sent so many times before, by whomever and wherever."""
    return 4, f"The same text was sent {'once' if times == 1 else f'{times} times'} before"


ALL = (too_fast, links, listed_words, capitals)


@cache
def words_in(file):
    """A pattern for the words in a file, one or more to a line; # begins a remark."""
    lines = (line.partition("#")[0].strip() for line in Path(file).read_text("utf-8").splitlines())
    words = "|".join(re.escape(line.casefold()) for line in lines if line)
    return re.compile(rf"(?<!\w)(?:{words})(?!\w)" if words else r"(?!)")
