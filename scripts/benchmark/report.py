"""The figures as a table of plain text."""

from .load import percentile

HEADS = ("", "", "req/s", "req/s by 8", "CPU ms", "p50 ms", "p99 ms", "queries", "bytes")
SEARCH_HEADS = ("", "", "p50 ms", "p95 ms", "slowest ms")
AIMS = (("made", 8.0), ("stored", 0.5))
SEARCH_AIM = 60
POSTING_AIM = 60


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
        f"Aim: {what}. Found: {found:.2f} ms, {verdict(found <= aim)}."
        for what, found, aim in compared
    )


def mail(found):
    """What posting and sending mail costs, and how that compares with what we aim at."""
    posting = found["fan_out"]
    lines = [
        f"Aim: one mail posted to 100,000 within {POSTING_AIM} s. "
        f"Found: {posting['seconds']:.0f} s, {verdict(posting['seconds'] <= POSTING_AIM)}; "
        f"memory grew by {posting['peak']:.0f} MB while a tenth of them were."
    ]
    if "ours" not in found:
        return "\n".join([*lines, "Sending is not measured: smtp-sink, of Postfix, is not here."])
    lines.append(times("sent as by Django's send_messages", found["ours"], found["django"], 2.5))
    if "two" in found:
        lines.append(times("sent by two workers as by one", found["two"], found["ours"], 1.8))
    return "\n".join(lines)


def times(what, rate, other, aim):
    return (
        f"Aim: {aim} times as many mails {what}. "
        f"Found: {rate:,.0f}/s to {other:,.0f}/s, {rate / other:.1f} times, "
        f"{verdict(rate >= aim * other)}."
    )


def verdict(is_met):
    return "met" if is_met else "not met"


NOTES = """\
made: the page store did its work but kept nothing. stored: the page came out of the store.
hello: the same server answers with as many bytes and does nothing else.
CPU ms: of the one worker, for each request, as the system counts it. p50 and p99: with one
connection. req/s by 8: with eight connections at once. bytes: one answer in Brotli, head included.
All connections are kept alive. Of three rounds the one that cost least is shown.
Search: over 5,000 posts and 2,000 statements at least, whole answers made anew, all rounds."""
