"""A browser that takes pictures small enough for the documents."""

import io
import os
import shutil
from contextlib import contextmanager

from PIL import Image
from playwright.sync_api import sync_playwright

from benchmark.fresh_site import Trouble

MOST_BYTES = 150 * 1024
COLOURS = 128
CHROMIUM_OPTIONS = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-sync"]


def find_chromium():
    path = (
        os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")
    )
    if not path or not os.access(path, os.X_OK):
        raise Trouble("Chromium is missing: apt install chromium, or CHROMIUM=/path/to/it.")
    return path


@contextmanager
def chromium():
    path = find_chromium()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=CHROMIUM_OPTIONS)
        yield browser
        browser.close()


@contextmanager
def window(browser, width, height, scheme="light", cookies=()):
    context = browser.new_context(
        viewport={"width": width, "height": height},
        color_scheme=scheme,
        locale="en-GB",
        reduced_motion="reduce",
    )
    context.add_cookies(list(cookies))
    yield context.new_page()
    context.close()


def visit(page, address):
    answer = page.goto(address, wait_until="networkidle")
    if answer.status != 200:
        raise Trouble(f"{address} answered {answer.status}.")


def take(page, file, *shown):
    """Write to `file` what the elements `shown` take up together, or the whole window."""
    clip = around([element.bounding_box() for element in shown]) if shown else None
    file.write_bytes(as_small_png(page.screenshot(animations="disabled", clip=clip)))


def around(boxes, margin=8):
    """The rectangle that holds all `boxes` with a margin, as far as it is on the page."""
    left = max(0, min(box["x"] for box in boxes) - margin)
    top = max(0, min(box["y"] for box in boxes) - margin)
    right = max(box["x"] + box["width"] for box in boxes) + margin
    bottom = max(box["y"] + box["height"] for box in boxes) + margin
    return {"x": left, "y": top, "width": right - left, "height": bottom - top}


def as_small_png(png):
    """The picture with a palette of its own: flat areas and text lose nothing that is seen."""
    image = Image.open(io.BytesIO(png)).convert("RGB")
    small = io.BytesIO()
    image.quantize(COLOURS, dither=Image.Dither.NONE).save(small, "PNG", optimize=True)
    if small.tell() > MOST_BYTES:
        raise Trouble(
            f"A picture of {small.tell() // 1024} KB is more than the documents may hold."
        )
    return small.getvalue()
