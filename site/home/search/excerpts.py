"""What a reader sees of a finding: its words around those that were asked for, which are marked."""

import re

from django.utils.html import format_html, format_html_join

from .words import fold, stem

LENGTH = 220
BEFORE = 60
MOST_HITS = 50


class Marker:
    """Marks the words of one query in any text."""

    def __init__(self, query):
        self.stems = query.stems
        # Most words begin as their stem does but for its last letter: "polici", "policies".
        beginnings = sorted({word[: max(2, len(word) - 1)] for word in self.stems})
        self.pattern = re.compile(
            rf"(?<![^\W_])(?:{'|'.join(map(re.escape, beginnings))})[^\W_]*(?:['’][^\W_]+)*"
        )

    def hits(self, text):
        """Where the words stand, as (start, end, stem)."""
        if not self.stems:
            return
        for match in self.pattern.finditer(fold(text)):
            if (found := stem(match[0])) in self.stems:
                yield (*match.span(), found)

    def mark(self, text):
        """`text` as HTML, with each of the words in a <mark>."""
        pieces, done = [], 0
        for start, end, _ in self.hits(text):
            pieces += [text[done:start], format_html("<mark>{}</mark>", text[start:end])]
            done = end
        return format_html_join("", "{}", ((piece,) for piece in [*pieces, text[done:]]))

    def excerpt(self, text):
        """The part of `text` that holds most of the words, as HTML."""
        start = max(0, self.best_place(text) - BEFORE)
        if start:
            start = text.find(" ", start, start + BEFORE) + 1 or start
        end = start + LENGTH
        if end < len(text):
            end = max(text.rfind(" ", start, end), start + BEFORE)
        before, after = "… " if start else "", " …" if end < len(text) else ""
        return format_html("{}{}{}", before, self.mark(text[start:end]), after)

    def best_place(self, text):
        """Where the most different words stand together, the first place of equal ones."""
        hits = [hit for _, hit in zip(range(MOST_HITS), self.hits(text), strict=False)]

        def words_from(place):
            return len(
                {word for start, _, word in hits if place <= start < place + LENGTH - BEFORE}
            )

        return max((start for start, _, _ in hits), key=words_from, default=0)
