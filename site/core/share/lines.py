"""Breaks a title into lines and finds the size at which it fits."""

import re

from .letters import BOLD, Face

SIZES = (80, 70, 62, 54, 48, 42, 37, 33, 29, 25)
LEADING = 1.22

IDEOGRAPHS = "\u2e80-\u9fff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef\U00020000-\U0003ffff"
OPENING, CLOSING = "「『（【《〈", "、。，．！？：；」』）】》〉…・ー"
# What stays together: an ideograph with its punctuation, a word, a space.
PIECE = re.compile(rf"[{OPENING}]*[{IDEOGRAPHS}](?:[{CLOSING}])*|[^\s{IDEOGRAPHS}]+|\s+")


def fit(text, width, height):
    """(face, lines): the largest letters in which `text` fits into the box; text that does not even
    fit in the smallest is cut, and says so."""
    for size in SIZES:
        face = Face(size, BOLD)
        if all(face.width(piece) <= width for piece in PIECE.findall(text)):
            lines = wrap(text, face, width)
            if len(lines) * size * LEADING <= height:
                return face, lines
    lines = wrap(text, face, width)
    room = int(height / (face.size * LEADING))
    if len(lines) > room:
        lines = [*lines[: room - 1], shorten(lines[room - 1], face, width)]
    return face, lines


def wrap(text, face, width):
    lines = [""]
    for piece in PIECE.findall(text):
        for part in [piece] if face.width(piece) <= width else piece:
            if face.width((lines[-1] + part).rstrip()) <= width:
                lines[-1] += part
            else:
                lines.append(part.lstrip())
    return [line.strip() for line in lines]


def shorten(line, face, width):
    while line and face.width(f"{line}…") > width:
        line = line[:-1]
    return f"{line.rstrip()}…"
