"""What a reader typed, as the words to be found."""

import re
from dataclasses import dataclass

from .words import COMMON, stem, words

PHRASE = re.compile(r'"([^"]*)"')
TYPOGRAPHIC = str.maketrans("“”„", '"""')
MOST_WORDS = 12


@dataclass(frozen=True)
class Query:
    """All of `phrases` must be found, each a tuple of stems in their order. A word is one."""

    phrases: tuple

    @classmethod
    def parse(cls, text):
        """Words, and phrases in double quotes. Any other sign separates words and means nothing."""
        text = text.translate(TYPOGRAPHIC)
        quoted = [found for part in PHRASE.findall(text) if (found := words(part))]
        single = words(PHRASE.sub(" ", text))
        telling = [word for word in single if word not in COMMON]
        phrases = [*quoted, *((word,) for word in telling or (single if not quoted else []))]
        stemmed = dict.fromkeys(tuple(map(stem, phrase)) for phrase in phrases)
        return cls(tuple(stemmed)[:MOST_WORDS])

    def __bool__(self):
        return bool(self.phrases)

    @property
    def stems(self):
        return {stem for phrase in self.phrases for stem in phrase}
