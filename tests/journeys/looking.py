"""What axe, the width of the window and the browser's console say of a page."""

from axe_playwright_python.base import AXE_SCRIPT, AxeResults

# In the admin, "best-practice" finds fault with what Wagtail itself puts around our forms.
WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
RULES = [*WCAG, "best-practice"]
# A desk and a phone, by day and by night.
LOOKS = [(width, scheme) for width in (1280, 320) for scheme in ("light", "dark")]
# By night a page has the same parts in the same places: these are about colours.
OF_COLOURS = ["color-contrast", "link-in-text-block"]
# Wagtail's buttons go from one colour to the other by and by.
END_TRANSITIONS = "document.getAnimations().forEach((moving) => moving.finish())"
# Axe reads the same few colours from text anew for each element around each word: a third of its
# work, and more on a page with tables.
REMEMBER_COLOURS = """() => {
    axe.isOurs = true;
    const colour = axe.commons.color.Color.prototype;
    const [parse, known] = [colour.parseString, new Map()];
    colour.parseString = function (text) {
        if (known.has(text)) [this.r, this.g, this.b, this.alpha] = known.get(text);
        else {
            parse.call(this, text);
            known.set(text, [this.r, this.g, this.b, this.alpha]);
        }
        return this;
    };
}"""
# The browser's own line about a page that is not found, or closed.
STATUS = "the server responded with a status of"


def looking_at(page):
    """`look(name)` checks what `page` shows at that moment, in each look, with all that folds
    open; the page stays where it is."""
    complaints = []
    page.on("console", lambda line: STATUS in line.text or complaints.append(line.text))

    def look(name):
        page.evaluate("document.querySelectorAll('details').forEach((part) => (part.open = true))")
        for seen, rules in in_each_look(page, name, RULES):
            expect_clean(page, seen, rules)
            assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), seen
        assert not complaints, f"{name}: {complaints}"

    return look


def looking_at_admin(page):
    """The same for what is ours on a page of the admin: what is around it is Wagtail's."""

    def look(name):
        for seen, rules in in_each_look(page, name, WCAG):
            expect_clean(page, seen, rules, within="#main")

    return look


def in_each_look(page, name, rules):
    """Shows `page` in one look after the other; gives what to call it and the rules for it."""
    for width, scheme in LOOKS:
        page.set_viewport_size({"width": width, "height": 900})
        page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
        page.evaluate(END_TRANSITIONS)
        yield f"{name}, {width} px, {scheme}", rules if scheme == "light" else OF_COLOURS


def expect_clean(page, name, rules, within="html"):
    # Pages of the admin bring Wagtail's axe, which is an older one.
    if not page.evaluate("window.axe?.isOurs"):
        page.evaluate(AXE_SCRIPT)
        page.evaluate(REMEMBER_COLOURS)
    options = {"runOnly": rules, "resultTypes": ["violations"]}
    run = "([within, options]) => axe.run(within, options)"
    found = AxeResults(page.evaluate(run, [within, options]))
    assert found.violations_count == 0, f"{name}: {found.generate_report()}"
