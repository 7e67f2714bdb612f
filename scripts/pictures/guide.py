"""The admin, for the editors' guide: each function below brings a page into the state that its
picture shows, and gives the elements that are shown (none: the whole window)."""

from collections.abc import Callable
from dataclasses import dataclass

from benchmark.fresh_site import ROOT

from . import camera, draft

FOLDER = ROOT / "docs" / "pictures" / "editors"


@dataclass
class Picture:
    """What `who` sees at `path`, where page numbers are filled in by name."""

    path: str
    show: Callable = lambda page: []
    who: str = "amara"
    width: int = 1100
    height: int = 1400


def centre(element):
    element.evaluate("element => element.scrollIntoView({block: 'center'})")
    return element


def section(name):
    """A panel of the form, as a whole."""
    return lambda page: [centre(page.locator(f"#{name}-section"))]


def choice_of_blocks(field):
    def show(page):
        plus = page.locator(f"#panel-child-content-{field}-content").get_by_title("Insert a block")
        plus.last.click()
        return [page.locator(".w-combobox")]

    return show


def last_who_came(page):
    panel = page.locator("#panel-child-content-who_came-section")
    fields = ("names_withheld", "non_attribution")
    checkboxes = [panel.locator(f"[data-contentpath='{field}']") for field in fields]
    return [centre(panel.locator("section").last), *checkboxes]


def evidence(page):
    part = page.locator(f"#block-{draft.BENEFIT}-section [data-contentpath='evidence']")
    part.locator("[data-panel-toggle]").first.click()
    return [centre(part)]


def image(page):
    blocks = page.locator("section[id^=block-]").filter(has=page.get_by_label("Alt text"))
    return [centre(blocks.last)]


def preview(page):
    page.get_by_role("button", name="Toggle preview").click()
    page.frame_locator("#w-preview-iframe").get_by_text(draft.SUMMARY).wait_for()
    return []


def menu_of_the_arrow(page):
    page.locator("footer").get_by_role("button", name="More actions").click()
    return []


def refusal(page):
    menu_of_the_arrow(page)
    page.get_by_role("button", name="Submit to Joint sign-off").click()
    centre(page.get_by_text("There is no limitation yet"))
    return []


EDIT = "pages/{%s}/edit/"
PICTURES = {
    "dashboard": Picture("", height=900),
    "proposals": Picture("proposals/", height=620),
    "blocks": Picture("pages/add/blog/blogpage/{blog}/", choice_of_blocks("body")),
    "who-came": Picture(EDIT % "note", last_who_came),
    "who-and-when": Picture(EDIT % "draft", section("panel-child-content-who_and_when")),
    "kinds": Picture(EDIT % "draft", choice_of_blocks("statements")),
    "safeguard": Picture(EDIT % "draft", section(f"block-{draft.SAFEGUARD}")),
    "evidence": Picture(EDIT % "draft", evidence, height=2000),
    "preview": Picture(EDIT % "draft", preview, width=1280, height=800),
    "submit": Picture(EDIT % "draft", menu_of_the_arrow, height=460),
    "refusal": Picture(EDIT % "draft", refusal, height=520),
    "yours-to-do": Picture("", section("waiting"), who="tom"),
    "approve": Picture(EDIT % "waiting", menu_of_the_arrow, who="tom", height=460),
    "image": Picture(EDIT % "post", image),
}


def take(browser, address, known, name):
    """Take the picture `name` of the site at `address`, and say which file it is in. `known` is
    what `pictures.inside` prepared."""
    picture = PICTURES[name]
    file = FOLDER / f"{name}.png"
    cookie = {"name": known["cookie"], "value": known["sessions"][picture.who], "url": address}
    with camera.window(browser, picture.width, picture.height, cookies=[cookie]) as page:
        camera.visit(page, f"{address}/admin/{picture.path.format(**known['pages'])}")
        camera.take(page, file, *picture.show(page))
    return file
