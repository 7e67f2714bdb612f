"""Discussions: long ones, a long queue, and many who write at once."""

import time
from operator import attrgetter

from . import report
from .crowd import send_forms
from .measure import measure as measure_address
from .server import AS_CONFIGURED, serve

NOTHING_KEPT = "bench_settings"
FEW, MANY, PENDING = 100, 10_000, 100_000
PEOPLE, EACH = 20, 100
TURNS = 3
STEPS = 3 + 2 * TURNS
QUEUE_HEADS = ("", "", "queries", "ms")


def measure(site, step, seconds):
    step(f"Commenting {FEW + MANY:,} times")
    paths = site.ask("discussions", str(FEW), str(MANY))
    queries = site.ask("queries", *paths.values(), settings=NOTHING_KEPT)
    turns = {number: [] for number in paths}
    with serve(site, settings=NOTHING_KEPT) as server:
        # By turns: what is compared must not be a quick minute of the machine with a slow one.
        for number, path in [*paths.items()] * TURNS:
            step(f"Proposal with {int(number):,} comments")
            turns[number].append(measure_address(server, path, seconds / TURNS))
    # By what a reader waits, which has the database's own work in it.
    found = {number: min(figures, key=attrgetter("p50")) for number, figures in turns.items()}
    step(f"{PEOPLE} people write {EACH} comments each")
    rate, lost = write_at_once(site, paths[str(FEW)])
    step(f"Queue of {PENDING:,} comments")
    queue = site.ask("queue", str(PENDING), settings=NOTHING_KEPT)
    ratio = found[str(MANY)].p50 / found[str(FEW)].p50
    return "\n\n".join(
        [
            report.table(
                [
                    report.row(f"{int(number):,} comments", "made", figures, queries[paths[number]])
                    for number, figures in found.items()
                ]
            ),
            report.table(
                [("Moderators’ queue", f"{PENDING:,} pending", str(queue[1]), f"{queue[0]:.0f}")],
                QUEUE_HEADS,
            ),
            "\n".join(
                [
                    report.aim(
                        f"{MANY:,} comments within 1.2 × {FEW}", f"{ratio:.2f} ×", ratio <= 1.2
                    ),
                    report.aim("the queue within 500 ms", f"{queue[0]:.0f} ms", queue[0] <= 500),
                    report.aim(
                        f"200 comments/s from {PEOPLE} people, none lost",
                        f"{rate:.0f}/s, {lost} lost",
                        rate >= 200 and not lost,
                    ),
                ]
            ),
        ]
    )


def write_at_once(site, path):
    """(comments taken per second, how many of those that were sent are not there)."""
    key = site.ask("place", path)
    before = site.ask("comments")
    with serve(site, workers=AS_CONFIGURED) as server:
        path = f"/comments/write/{key}/"
        seconds, _ = send_forms(server.port, path, PEOPLE, EACH, comment, fresh=True)
    taken = site.ask("comments") - before
    return taken / seconds, PEOPLE * EACH - taken


def comment(number):
    return {
        "name": f"Reader {number}",
        "email": f"reader-{number}@example.org",
        "comment": f"Who checks that file {number} is deleted when the project ends?",
    }


def make_discussions(numbers):
    """Open proposals with so many comments each: {number: path}. Within Django."""
    from django.utils import timezone

    from .comments import make_comments
    from .content import make_proposal
    from .settle import settle

    paths = {}
    for number in numbers:
        page = make_proposal(10)
        page.opens = page.closes = timezone.localdate()
        page.title = f"{page.title} and {number} comments"
        page.save_revision().publish()
        make_comments(page, int(number))
        paths[number] = page.url
    settle()
    return paths


def open_queue(number):
    """(milliseconds that the queue takes to open, queries), `number` comments pending. Within
    Django."""
    from django.contrib.auth import get_user_model
    from django.db import connection
    from django.test import Client
    from django.test.utils import CaptureQueriesContext

    from discussion.models import State
    from proposals.models import ProposalPage

    from .comments import make_comments
    from .fresh_site import HOST

    make_comments(ProposalPage.objects.live().first(), number, State.PENDING)
    client = Client(SERVER_NAME=HOST)
    client.force_login(get_user_model().objects.create_superuser("bench", "bench@example.org"))

    def ask():
        began = time.perf_counter()
        answer = client.get("/admin/comments/pending/", secure=True)
        assert answer.status_code == 200, answer.status_code  # noqa: S101
        return 1000 * (time.perf_counter() - began)

    ask()
    with CaptureQueriesContext(connection) as captured:
        ask()
    # Before another request empties the record of them.
    queries = len(captured)
    return min(ask() for _ in range(5)), queries
