"""What to offer a reader who found nothing."""

from difflib import get_close_matches

from django.core.cache import cache

from core.page_store import tags
from home.models import Finding

from .words import COMMON, WORD, fold, stem

KEY = "search-vocabulary"
SHORTEST = 4
MOST_WORDS = 8
SIMILARITY = 0.75


def vocabulary():
    """The words of all headings, folded and as they are written: {"cafe": "café"}. Kept until
    anything is published or taken down."""
    kept = cache.get(KEY)
    tokens = tags.tokens([tags.EPOCH])
    if not kept or kept["tokens"] != tokens:
        kept = {"tokens": tokens, "words": words_of_headings()}
        cache.set(KEY, kept, timeout=None)
    return kept["words"]


def words_of_headings():
    published = set(Finding.objects.published_ids())
    headings = Finding.objects.values_list("pk", "heading")
    written = " ".join(heading for pk, heading in headings if pk in published).lower()
    found = ((fold(word), word) for word in WORD.findall(written))
    return {
        word: as_written
        for word, as_written in found
        if len(word) >= SHORTEST and not any(map(str.isdigit, word))
    }


def respelled(text):
    """`text` with each word that no heading holds replaced by the most similar one that a heading
    does hold. None if that changes nothing."""
    known = vocabulary()
    stems = {stem(word) for word in known}
    changed = []
    for word in WORD.findall(text)[:MOST_WORDS]:
        folded = fold(word)
        if len(folded) >= SHORTEST and folded not in COMMON and stem(folded) not in stems:
            similar = get_close_matches(folded, alike_in_length(folded, known), 1, SIMILARITY)
            word = known[similar[0]] if similar else word
        changed.append(word)
    return " ".join(changed) if changed != WORD.findall(text) else None


def alike_in_length(word, words):
    return [other for other in words if abs(len(other) - len(word)) <= 2]
