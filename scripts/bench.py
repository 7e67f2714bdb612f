"""Measures how fast the site works: what `make bench` calls. ARGS="discussion" names chapters.

It makes a site of its own in a temporary folder, under production settings, and takes all of it
away at the end. DATABASE_URL names another, empty database to use.
"""

import argparse
import os
import platform
import signal
import sys
from pathlib import Path

from tqdm import tqdm

from benchmark import (
    analysis,
    discussion,
    mail,
    pages,
    search,
    stakeholders,
    stances,
    updates,
)
from benchmark.fresh_site import PREPARATIONS, Trouble, fresh_site

# Each has a number of STEPS for the bar, and `measure(site, step, seconds)`, which gives its text.
# Small things first: what a chapter makes stays for the next.
CHAPTERS = {
    "pages": pages,
    "search": search,
    "stakeholders": stakeholders,
    "discussion": discussion,
    "mail": mail,
    "stances": stances,
    "analysis": analysis,
    "updates": updates,
}


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "chapters", nargs="*", metavar="chapter", help=f"what to measure: {', '.join(CHAPTERS)}"
    )
    parser.add_argument(
        "--seconds", type=float, default=3, help="time for each address (default: %(default)s)"
    )
    arguments = parser.parse_args()
    if unknown := set(arguments.chapters) - set(CHAPTERS):
        parser.error(f"there is no chapter {', '.join(sorted(unknown))}")
    if not Path("/proc/self/stat").exists():
        sys.exit("CPU time is read from /proc, which this system does not have.")
    # A polite kill cleans up as Ctrl+C does.
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    chosen = [CHAPTERS[name] for name in CHAPTERS if name in (arguments.chapters or CHAPTERS)]
    print("\n\n".join(run(chosen, arguments.seconds)))


def run(chapters, seconds):
    """What each chapter found, as plain text."""
    steps = PREPARATIONS + sum(chapter.STEPS for chapter in chapters)
    found = [f"Python {platform.python_version()}, {os.cpu_count()} processors"]
    with tqdm(total=steps, bar_format="{percentage:3.0f}% {bar:20} {elapsed} {desc}") as bar:

        def step(name):
            bar.set_description_str(name, refresh=False)
            bar.update()

        with fresh_site(step) as site:
            found += [chapter.measure(site, step, seconds) for chapter in chapters]
        bar.set_description_str("Done")
    return found


if __name__ == "__main__":
    try:
        main()
    except Trouble as trouble:
        sys.exit(str(trouble))
    except KeyboardInterrupt:
        sys.exit(130)
