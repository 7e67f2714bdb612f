"""Takes the pictures that the documentation shows: what `make screenshots` calls.

It takes them of a site of its own with the demo content, which it takes away at the end, or of the
site at the address it is given.
"""

import argparse
import io
import os
import shutil
import signal
import sys
from contextlib import contextmanager
from dataclasses import dataclass

from PIL import Image
from playwright.sync_api import Error as BrowserError
from playwright.sync_api import sync_playwright
from tqdm import tqdm

from benchmark.fresh_site import HOST, ROOT, Trouble, fresh_site
from benchmark.server import serve

FOLDER = ROOT / "docs" / "pictures"
MOST_BYTES = 150 * 1024
COLOURS = 128
PROPOSAL = "/current-proposals/linking-de-identified-records-for-research/"
CHROMIUM_OPTIONS = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-sync"]


@dataclass
class Picture:
    name: str
    path: str
    width: int
    height: int
    scheme: str = "light"


PICTURES = (
    Picture("home", "/", 1280, 960),
    Picture("proposal", PROPOSAL, 1280, 960),
    Picture("proposal-phone", PROPOSAL, 320, 640),
    Picture("home-dark", "/", 768, 960, "dark"),
)


def find_chromium():
    path = (
        os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")
    )
    if not path or not os.access(path, os.X_OK):
        raise Trouble("Chromium is missing: apt install chromium, or CHROMIUM=/path/to/it.")
    return path


@contextmanager
def site_to_show(address, step):
    """The address of the site and the headers that it wants with each request."""
    if address:
        yield address.rstrip("/"), {}
        return
    with fresh_site(step) as site, serve(site) as server:
        # The server believes what a proxy on the same machine says of TLS.
        yield f"http://{HOST}:{server.port}", {"X-Forwarded-Proto": "https"}


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


def take(browser, picture, address, headers):
    context = browser.new_context(
        viewport={"width": picture.width, "height": picture.height},
        color_scheme=picture.scheme,
        extra_http_headers=headers,
        locale="en-GB",
    )
    page = context.new_page()
    answer = page.goto(address + picture.path, wait_until="networkidle")
    if answer.status != 200:
        raise Trouble(f"{picture.path} answered {answer.status}.")
    png = page.screenshot(animations="disabled")
    context.close()
    return as_small_png(png)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("address", nargs="?", help="of a site that runs, with the demo content")
    address = parser.parse_args().address
    chromium = find_chromium()
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    FOLDER.mkdir(parents=True, exist_ok=True)
    with (
        tqdm(desc="Taking pictures", unit=" steps", bar_format="{elapsed} {desc}") as bar,
        site_to_show(address, bar.set_description_str) as (shown, headers),
        sync_playwright() as playwright,
    ):
        browser = playwright.chromium.launch(executable_path=chromium, args=CHROMIUM_OPTIONS)
        for picture in PICTURES:
            bar.set_description_str(picture.name)
            file = FOLDER / f"{picture.name}.png"
            file.write_bytes(take(browser, picture, shown, headers))
        browser.close()
        bar.set_description_str("Done")
    for picture in PICTURES:
        file = FOLDER / f"{picture.name}.png"
        print(f"{file.relative_to(ROOT)}: {file.stat().st_size // 1024} KB")


if __name__ == "__main__":
    try:
        main()
    except (Trouble, BrowserError) as error:
        sys.exit(str(error).splitlines()[0])
    except KeyboardInterrupt:
        sys.exit(130)
