"""Draws a share image in the look of the site's light pages."""

from io import BytesIO

from PIL import Image, ImageDraw

from .letters import BOLD, Face, drawable
from .lines import LEADING, fit, shorten

WIDTH, HEIGHT = 1200, 630
MARGIN = 72
INSIDE = WIDTH - 2 * MARGIN
INK, INK_SOFT, PAPER, RULE, ACCENT = "#16202b", "#4a5866", "#fffdf8", "#d9d2c3", "#1f4b99"
TITLE_TOP, TITLE_BOTTOM = 190, 570
FIGURES_TOP = 490


def draw(card):
    """The image of `card` as the bytes of a PNG."""
    image = Image.new("RGB", (WIDTH, HEIGHT), PAPER)
    canvas = ImageDraw.Draw(image)
    canvas.rectangle((0, 0, WIDTH, 14), fill=INK)
    image.paste(sign(), (MARGIN, 52))
    write(canvas, Face(32), (MARGIN + 62, 85), card.site, INK_SOFT)
    write(canvas, Face(32, BOLD), (MARGIN, 162), card.strand, ACCENT)
    bottom = FIGURES_TOP - 24 if card.figures else TITLE_BOTTOM
    write_title(canvas, drawable(card.title) or drawable(card.site), bottom)
    write_figures(canvas, card.figures)
    file = BytesIO()
    image.save(file, "PNG", optimize=True)
    return file.getvalue()


def sign():
    """The site's sign, two circles that overlap, drawn large and made small for smooth edges."""
    scale = 8
    drawn = Image.new("RGB", (46 * scale, 46 * scale), PAPER)
    canvas = ImageDraw.Draw(drawn, "RGBA")
    canvas.rounded_rectangle((0, 0, 46 * scale, 46 * scale), 6 * scale, fill=INK)
    for x, colour in ((18, "#9cc0ff"), (28, "#f2a154d9")):
        canvas.circle((x * scale, 23 * scale), 10 * scale, fill=colour)
    return drawn.resize((46, 46), Image.Resampling.LANCZOS)


def write(canvas, face, position, text, colour):
    """One line, cut where it would leave the image."""
    text, room = drawable(text), WIDTH - MARGIN - position[0]
    if face.width(text) > room:
        text = shorten(text, face, room)
    face.write(canvas, position, text, colour)


def write_title(canvas, title, bottom):
    face, lines = fit(title, INSIDE, bottom - TITLE_TOP)
    for number, line in enumerate(lines):
        baseline = TITLE_TOP + face.size * (0.85 + number * LEADING)
        face.write(canvas, (MARGIN, baseline), line, INK)


def write_figures(canvas, figures):
    if not figures:
        return
    canvas.rectangle((MARGIN, FIGURES_TOP, WIDTH - MARGIN, FIGURES_TOP + 1), fill=RULE)
    step = INSIDE / max(len(figures), 5)
    for place, (number, words, colour) in enumerate(figures):
        x = MARGIN + place * step
        Face(46, BOLD).write(canvas, (x, FIGURES_TOP + 58), str(number), colour)
        Face(24).write(canvas, (x, FIGURES_TOP + 92), words, colour)
