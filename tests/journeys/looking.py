"""What axe, the width of the window and the browser's console say of a page."""

import pytest
from axe_playwright_python.sync_playwright import Axe

# In the admin, "best-practice" finds fault with what Wagtail itself puts around our forms.
WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
RULES = [*WCAG, "best-practice"]
# The browser's own line about a page that is not found, or closed.
STATUS = "the server responded with a status of"


def in_each_look(test):
    """Runs a test for a phone and a desk, by day and by night: `width`, `scheme`."""
    for name, values in {"scheme": ["light", "dark"], "width": [320, 1280]}.items():
        test = pytest.mark.parametrize(name, values)(test)
    return test


def looking_at(page):
    """`look(name)` checks what `page` shows at that moment, with all that folds open."""
    complaints = []
    page.on("console", lambda line: STATUS in line.text or complaints.append(line.text))

    def look(name):
        page.evaluate("document.querySelectorAll('details').forEach((part) => (part.open = true))")
        found = Axe().run(page, options={"runOnly": RULES})
        assert found.violations_count == 0, f"{name}: {found.generate_report()}"
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), name
        assert complaints == [], name

    return look
