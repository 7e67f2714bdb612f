"""Measures how fast the site answers: what `make bench` calls.

It makes a site of its own in a temporary folder, serves it under production settings with one
worker, and takes all of it away at the end. DATABASE_URL names another, empty database to use.
"""

import argparse
import os
import platform
import signal
import sys
from itertools import chain
from pathlib import Path

from tqdm import tqdm

from benchmark import report
from benchmark.fresh_site import Trouble, fresh_site
from benchmark.mail import mail_sink
from benchmark.measure import measure
from benchmark.server import serve

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
# Preparations, pages made and stored and hellos, growth, search and mail: for the bar.
STEPS = 5 + 3 * len(PAGES) + 4 + 1 + 1


class Bench:
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
                self.figures[kind][page] = measure(server, path, self.seconds)

    def measure_hello(self):
        self.figures["hello"] = {}
        with serve(self.site, "benchmark.hello", sign="/5") as server:
            for page, stored in self.figures["stored"].items():
                self.step(f"{PAGES[page]}, hello")
                self.figures["hello"][page] = measure(server, f"/{stored.body_size}", self.seconds)

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
                figures = measure(server, path, self.seconds)
                rows.append(report.row(title, "made", figures, queries[path]))
        return rows

    def measure_search(self):
        """Milliseconds by filter, on the database as the rest has left it and much more."""
        self.step("Making 5,000 posts and 2,000 statements, and searching them")
        return self.site.ask("search")

    def measure_mail(self):
        """What `benchmark.mail.measure_mail` found."""
        self.step("Posting a mail to 100,000, and sending some")
        with mail_sink() as port:
            if port:
                self.site.environment["EMAIL_URL"] = f"smtp://127.0.0.1:{port}"
            return self.site.ask("mail")

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
        searches = self.measure_search()
        mail = self.measure_mail()
        proposal = {kind: figures["30"] for kind, figures in self.figures.items()}
        return "\n\n".join(
            [
                f"Python {platform.python_version()}, {os.cpu_count()} processors",
                report.table(self.page_rows()),
                report.table(growth),
                report.table(
                    [report.search_row(name, times) for name, times in searches.items()],
                    report.SEARCH_HEADS,
                ),
                report.aims(proposal, list(chain.from_iterable(searches.values()))),
                report.mail(mail),
                report.NOTES,
            ]
        )


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--seconds", type=float, default=3, help="time for each address (default: %(default)s)"
    )
    arguments = parser.parse_args()
    if not Path("/proc/self/stat").exists():
        sys.exit("CPU time is read from /proc, which this system does not have.")
    # A polite kill cleans up as Ctrl+C does.
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    with tqdm(total=STEPS, bar_format="{percentage:3.0f}% {bar:20} {elapsed} {desc}") as bar:

        def step(name):
            bar.set_description_str(name, refresh=False)
            bar.update()

        with fresh_site(step) as site:
            result = Bench(site, step, arguments.seconds).run()
        bar.set_description_str("Done")
    print(result)


if __name__ == "__main__":
    try:
        main()
    except Trouble as trouble:
        sys.exit(str(trouble))
    except KeyboardInterrupt:
        sys.exit(130)
