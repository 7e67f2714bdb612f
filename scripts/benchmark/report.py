"""The figures as a table of plain text."""

from .analysis import TASKS
from .load import percentile

HEADS = ("", "", "req/s", "req/s by 8", "CPU ms", "p50 ms", "p99 ms", "queries", "bytes")
SEARCH_HEADS = ("", "", "p50 ms", "p95 ms", "slowest ms")
AIMS = (("made", 8.0), ("stored", 0.5))
SEARCH_AIM = 60
ANALYSIS_HEADS = ("", "", "seconds", "MB at most")
ANALYSIS_AIMS = (
    ("large", "seconds", 3),
    ("large", "megabytes", 600),
    ("stable", "seconds", 30),
)


def row(page, kind, figures, queries=""):
    return (
        page,
        kind,
        f"{figures.rate:,.0f}",
        f"{figures.rate_of_many:,.0f}",
        f"{figures.cpu:.2f}",
        f"{figures.p50:.2f}",
        f"{figures.p99:.2f}",
        str(queries),
        f"{figures.size:,}",
    )


def table(rows, heads=HEADS):
    """Columns as wide as they must be, words to the left, numbers to the right."""
    widths = [max(map(len, column)) for column in zip(heads, *rows, strict=True)]

    def line(cells):
        words, numbers = cells[:2], cells[2:]
        aligned = [f"{cell:<{width}}" for cell, width in zip(words, widths, strict=False)]
        aligned += [f"{cell:>{width}}" for cell, width in zip(numbers, widths[2:], strict=True)]
        return "  ".join(aligned).rstrip()

    return "\n".join([line(heads), line(["-" * width for width in widths]), *map(line, rows)])


def search_row(name, times):
    return ("Search", name, *(f"{percentile(times, share):.1f}" for share in (0.5, 0.95, 1)))


def analysis_row(title, cost):
    return ("Agreement", title, f"{cost['seconds']:.1f}", f"{cost['megabytes']:.0f}")


def analysis_aims(costs):
    """How {task: {"seconds", "megabytes"}} compares with what we aim at."""
    return "\n".join(
        f"Aim: agreement among {TASKS[task]} within {aim} {unit}. "
        f"Found: {costs[task][unit]:.1f}, {'met' if costs[task][unit] <= aim else 'not met'}."
        for task, unit, aim in ANALYSIS_AIMS
    )


def aims(proposal, search_times):
    """How what was found compares with what we aim at: a proposal of 30 statements ({kind:
    Figures}), and all searches together (milliseconds)."""
    compared = [
        (
            f"a proposal of 30 statements {kind} within {aim:g} ms of CPU time",
            proposal[kind].cpu,
            aim,
        )
        for kind, aim in AIMS
    ]
    compared.append(
        (f"95 of 100 searches within {SEARCH_AIM} ms", percentile(search_times, 0.95), SEARCH_AIM)
    )
    return "\n".join(
        f"Aim: {what}. Found: {found:.2f} ms, {'met' if found <= aim else 'not met'}."
        for what, found, aim in compared
    )


NOTES = """\
made: the page store did its work but kept nothing. stored: the page came out of the store.
hello: the same server answers with as many bytes and does nothing else.
CPU ms: of the one worker, for each request, as the system counts it. p50 and p99: with one
connection. req/s by 8: with eight connections at once. bytes: one answer in Brotli, head included.
All connections are kept alive. Of three rounds the one that cost least is shown.
Search: over 5,000 posts and 2,000 statements at least, whole answers made anew, all rounds.
Agreement: on one core, from answers in memory. MB: all that the process ever held."""
