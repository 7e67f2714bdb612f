"""Measures how long search takes over 5,000 posts and 2,000 statements. By itself it makes a site
in a temporary folder, or in the empty database that DATABASE_URL names, and takes it away again."""

import json
import sys
import time
from itertools import product
from pathlib import Path

from tqdm import tqdm

POSTS = 5000
PROPOSALS, STATEMENTS_EACH = 20, 100
ROUNDS = 8
AIM = 60

QUERIES = [
    {"q": "data"},
    {"q": "records"},
    {"q": "safe setting"},
    {"q": '"safe setting"'},
    {"q": "what happens to the file on the day the project ends"},
    {"q": "researcers"},
    {"q": "nothing whatever zzzz"},
    {"q": "de-identified café"},
    {"q": "R2"},
    {"q": '"unbalanced (and) or* not:'},
]
FILTERS = [
    {},
    {"section": "statements", "kind": "risk"},
    {"section": "blog", "since": "2026-01-01"},
    {"page": "2"},
]


def fill():
    """Posts, proposals of many statements, and what search knows of them."""
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
    """Milliseconds that whole answers took, made anew: {"p50", "p95", "slowest", "query"}."""
    from django.test import Client

    from .fresh_site import HOST

    client = Client(SERVER_NAME=HOST)

    def ask(parameters):
        began = time.perf_counter()
        answer = client.get("/search/", parameters, secure=True, headers={"accept-encoding": "br"})
        taken = 1000 * (time.perf_counter() - began)
        assert answer.status_code in {200, 404}, parameters  # noqa: S101 -- a page too far is none
        return taken, parameters

    questions = [query | chosen for query, chosen in product(QUERIES, FILTERS)]
    for question in questions:
        ask(question)
    times = sorted((ask(q) for _ in range(ROUNDS) for q in questions), key=lambda found: found[0])
    slowest, question = times[-1]
    return {
        "p50": times[len(times) // 2][0],
        "p95": times[int(len(times) * 0.95)][0],
        "slowest": slowest,
        "query": question,
    }


def within_django():
    import django

    django.setup()
    fill()
    print(json.dumps(measure_search()))


def main():
    from benchmark.fresh_site import Trouble, fresh_site

    try:
        with fresh_site(tqdm.write) as site:
            tqdm.write(f"Making {POSTS:,} posts and {PROPOSALS * STATEMENTS_EACH:,} statements")
            found = json.loads(site.run("-m", "benchmark.search"))
    except Trouble as trouble:
        sys.exit(str(trouble))
    print(
        f"Search: p50 {found['p50']:.1f} ms, p95 {found['p95']:.1f} ms (aim: {AIM}), "
        f"slowest {found['slowest']:.1f} ms for {found['query']}"
    )


if __name__ == "__main__":
    if __package__:
        within_django()
    else:
        sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
        main()
