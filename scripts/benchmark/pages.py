"""How fast pages are made and answered from the store."""

from . import report
from .measure import measure as measure_address
from .server import serve

PRODUCTION = "config.settings.production"
NOTHING_KEPT = "bench_settings"
PAGES = {
    "home": "Home",
    "blog": "Blog index",
    "post": "Post",
    "30": "Proposal of 30 statements",
}
GROWTH = {
    "proposals": {"10": "Proposal of 10 statements", "300": "Proposal of 300 statements"},
    "blogs": {"10": "Blog of 10 posts", "1000": "Blog of 1,000 posts"},
}
# Preparations, pages made and stored and hellos, growth.
STEPS = 2 + 3 * len(PAGES) + 4


def measure(site, step, seconds):
    return Pages(site, step, seconds).run()


class Pages:
    """One run: `step` tells what comes next, `seconds` are spent on each address."""

    def __init__(self, site, step, seconds):
        self.site = site
        self.step = step
        self.seconds = seconds
        self.figures = {}
        self.queries = {}

    def prepare(self):
        self.step("Making proposals of 10, 30 and 300 statements")
        proposals = self.site.ask("proposals", "10", "30", "300")
        self.paths = self.site.ask("demo_pages") | {"30": proposals["30"]}
        self.grown = {"proposals": proposals}

    def measure_pages(self, kind, settings):
        self.queries[kind] = self.site.ask("queries", *self.paths.values(), settings=settings)
        self.figures[kind] = {}
        with serve(self.site, settings=settings) as server:
            for page, path in self.paths.items():
                self.step(f"{PAGES[page]}, {kind}")
                self.figures[kind][page] = measure_address(server, path, self.seconds)

    def measure_hello(self):
        self.figures["hello"] = {}
        with serve(self.site, "benchmark.hello", sign="/5") as server:
            for page, stored in self.figures["stored"].items():
                self.step(f"{PAGES[page]}, hello")
                path = f"/{stored.body_size}"
                self.figures["hello"][page] = measure_address(server, path, self.seconds)

    def measure_growth(self):
        """Rows of the second table: each page small and large."""
        self.step("Making blogs of 10 and 1,000 posts")
        self.grown["blogs"] = self.site.ask("blogs", "10", "1000")
        addresses = {
            title: self.grown[kind][number]
            for kind, titles in GROWTH.items()
            for number, title in titles.items()
        }
        queries = self.site.ask("queries", *addresses.values(), settings=NOTHING_KEPT)
        rows = []
        with serve(self.site, settings=NOTHING_KEPT) as server:
            for title, path in addresses.items():
                self.step(title)
                figures = measure_address(server, path, self.seconds)
                rows.append(report.row(title, "made", figures, queries[path]))
        return rows

    def page_rows(self):
        return [
            report.row(
                title if kind == "made" else "",
                kind,
                self.figures[kind][page],
                self.queries[kind][self.paths[page]] if kind in self.queries else 0,
            )
            for page, title in PAGES.items()
            for kind in ("made", "stored", "hello")
        ]

    def run(self):
        self.prepare()
        self.measure_pages("made", NOTHING_KEPT)
        self.measure_pages("stored", PRODUCTION)
        self.measure_hello()
        growth = self.measure_growth()
        aims = [
            report.aim(
                f"a proposal of 30 statements {kind} within {aim:g} ms of CPU time",
                f"{self.figures[kind]['30'].cpu:.2f} ms",
                self.figures[kind]["30"].cpu <= aim,
            )
            for kind, aim in report.AIMS
        ]
        return "\n\n".join(
            [
                report.table(self.page_rows()),
                report.table(growth),
                "\n".join(aims),
                report.NOTES,
            ]
        )
