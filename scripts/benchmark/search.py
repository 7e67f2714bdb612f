"""Searching over more than the site will hold for years."""

import time
from itertools import chain, product

from . import report
from .load import percentile

POSTS = 5000
PROPOSALS, STATEMENTS_EACH = 20, 100
ROUNDS = 8
STEPS = 1
HEADS = ("", "", "p50 ms", "p95 ms", "slowest ms")
AIM = 60

QUERIES = [
    "data",
    "records",
    "safe setting",
    '"safe setting"',
    "what happens to the file on the day the project ends",
    "researcers",
    "nothing whatever zzzz",
    "de-identified café",
    "R2",
    '"unbalanced (and) or* not:',
]
FILTERS = {
    "no filter": {},
    "risks": {"section": "statements", "kind": "risk"},
    "posts since 2026": {"section": "blog", "since": "2026-01-01"},
    "second page": {"page": "2"},
}


def measure(site, step, seconds):
    step("Making 5,000 posts and 2,000 statements, and searching them")
    times = site.ask("search")
    slow = percentile(list(chain.from_iterable(times.values())), 0.95)
    return "\n\n".join(
        [
            report.table([row(name, found) for name, found in times.items()], HEADS),
            report.aim(f"95 of 100 searches within {AIM} ms", f"{slow:.1f} ms", slow <= AIM),
            "Search: over 5,000 posts and 2,000 statements at least, whole answers made anew, all "
            "rounds.",
        ]
    )


def row(name, times):
    return ("Search", name, *(f"{percentile(times, share):.1f}" for share in (0.5, 0.95, 1)))


def fill():
    """Posts, proposals of many statements, and what search knows of them. Within Django."""
    from django.core.management import call_command
    from django.db.models.signals import post_save
    from wagtail.search.signal_handlers import post_save_signal_handler

    from blog.models import BlogPage
    from home.search.keeping import follow_everything

    from .content import make_blog, make_proposal

    # Wagtail reads its whole index for each page added: that comes afterwards, for all together.
    post_save.disconnect(post_save_signal_handler, sender=BlogPage)
    make_blog(POSTS)
    call_command("wagtail_update_index", verbosity=0)
    for _ in range(PROPOSALS):
        make_proposal(STATEMENTS_EACH)
    follow_everything()


def measure_search():
    """Milliseconds that whole answers took, made anew: {filter: [one for each question asked]}.
    Within Django."""
    from django.test import Client

    from .fresh_site import HOST

    client = Client(SERVER_NAME=HOST)

    def ask(parameters):
        began = time.perf_counter()
        answer = client.get("/search/", parameters, secure=True, headers={"accept-encoding": "br"})
        taken = 1000 * (time.perf_counter() - began)
        assert answer.status_code in {200, 404}, parameters  # noqa: S101 -- a page too far is none
        return taken

    times = {name: [] for name in FILTERS}
    for warm in [False, *[True] * ROUNDS]:
        for query, (name, chosen) in product(QUERIES, FILTERS.items()):
            taken = ask({"q": query} | chosen)
            if warm:
                times[name].append(taken)
    return times
