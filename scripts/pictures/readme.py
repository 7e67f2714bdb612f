"""Public pages, for the README."""

from benchmark.fresh_site import ROOT

from . import camera

FOLDER = ROOT / "docs" / "pictures"
PROPOSAL = "/current-proposals/linking-de-identified-records-for-research/"

# {name: (path, width, height, colour scheme)}
PICTURES = {
    "home": ("/", 1280, 960, "light"),
    "proposal": (PROPOSAL, 1280, 960, "light"),
    "proposal-phone": (PROPOSAL, 320, 640, "light"),
    "home-dark": ("/", 768, 960, "dark"),
}


def take(browser, address, name):
    """Take the picture `name` of the site at `address`, and say which file it is in."""
    path, width, height, scheme = PICTURES[name]
    file = FOLDER / f"{name}.png"
    with camera.window(browser, width, height, scheme) as page:
        camera.visit(page, address + path)
        camera.take(page, file)
    return file
