"""Letters for share images, from fonts that come with the site's packages and no others."""

import unicodedata
from functools import cache, lru_cache
from itertools import groupby

import fontpkg
import pylopdf_fonts_zh_cn
from PIL import ImageFont

REGULAR, BOLD = 400, 700
LARGEST_OPTICAL_SIZE = 60
# No font has a letter here: it draws what stands for a missing one.
NO_LETTER = "\uffff"


@lru_cache(maxsize=64)
def fonts(size, weight=REGULAR):
    """Source Serif for Latin, Greek and Cyrillic, and its companion for Chinese and Japanese."""
    western = ImageFont.truetype(fontpkg.path("Source Serif 4"), size)
    western.set_variation_by_axes([weight, min(size, LARGEST_OPTICAL_SIZE)])
    return western, ImageFont.truetype(pylopdf_fonts_zh_cn.serif_path(), size)


@cache
def missing(number):
    return bytes(fonts(20)[number].getmask(NO_LETTER))


@lru_cache(maxsize=8192)
def font_with(letter):
    """The number of the first font that has `letter`, None if none has."""
    if not letter.isprintable():
        return None
    for number, font in enumerate(fonts(20)):
        if bytes(font.getmask(letter)) != missing(number):
            return number
    return None


def drawable(text):
    """`text` without the signs that no font has, such as emoji; nothing at all where letters would
    be lost with them: better no title than one with holes."""
    text = unicodedata.normalize("NFC", text)
    lost = {sign for sign in text if not sign.isspace() and font_with(sign) is None}
    if any(sign.isalnum() for sign in lost):
        return ""
    return " ".join("".join(sign for sign in text if sign not in lost).split())


class Face:
    """Letters of one size (pixels) and weight."""

    def __init__(self, size, weight=REGULAR):
        self.size = size
        self.fonts = fonts(size, weight)

    def runs(self, text):
        """`text` in pieces of one font each: pairs of font and words."""
        for number, letters in groupby(text, font_with):
            yield self.fonts[number or 0], "".join(letters)

    def width(self, text):
        return sum(font.getlength(words) for font, words in self.runs(text))

    def write(self, canvas, position, text, colour):
        """Write one line, its baseline beginning at `position`; return where it ends (x)."""
        x, y = position
        for font, words in self.runs(text):
            canvas.text((x, y), words, fill=colour, font=font, anchor="ls")
            x += font.getlength(words)
        return x
