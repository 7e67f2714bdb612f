"""Words as search compares them: without case, accents and endings, in plain letters.

Databases fold and stem each in their own way, or not at all. We do it ourselves, on both sides.
"""

import re
import unicodedata
from functools import lru_cache

import snowballstemmer

WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
NOT_ASCII = re.compile(r"[^\x00-\x7f]")

# What a question holds and its answer may not. Only left out of queries, and only beside others.
COMMON = frozenset(
    """
    a an and are as at be been but by can did do does for from had has have how i if in into is it
    its me my no nor not of on or our should so such that the their them then there these they
    this to was we were what when where which who why will with would you your
    """.split()  # noqa: SIM905 -- a list would be five times as long
)

# PostgreSQL refuses longer ones, and nobody's word is.
LONGEST = 100


def base_letter(match):
    """The letter under an accent. One character for one, so that places in the text stay."""
    base = unicodedata.normalize("NFKD", match[0])[0].lower()
    return base if len(base) == 1 else match[0]


def fold(text):
    """`text` without case and accents, as long as it was."""
    return NOT_ASCII.sub(base_letter, text).lower()


@lru_cache(maxsize=50_000)
def stem(word):
    """The stem of a folded word, of letters and digits alone."""
    # A stemmer keeps the word it works on: threads must not share one.
    stemmer = snowballstemmer.stemmer("english")
    stemmed = stemmer.stemWord(word.replace("’", "'")) or word
    return stemmed.replace("'", "")[:LONGEST]


def words(text):
    """The words of `text`, folded, in their order."""
    return WORD.findall(fold(unicodedata.normalize("NFC", text)))


def stems(text):
    """The stem of each word of `text`, in its order."""
    return [stem(word) for word in words(text)]
