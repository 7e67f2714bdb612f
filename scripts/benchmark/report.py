"""The figures as a table of plain text."""

HEADS = ("", "", "req/s", "req/s by 8", "CPU ms", "p50 ms", "p99 ms", "queries", "bytes")
AIMS = (("made", 8.0), ("stored", 0.5))


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


def aim(what, found, met):
    """How what was found compares with what we aim at."""
    return f"Aim: {what}. Found: {found}, {'met' if met else 'not met'}."


NOTES = """\
made: the page store did its work but kept nothing. stored: the page came out of the store.
hello: the same server answers with as many bytes and does nothing else.
CPU ms: of the one worker, for each request, as the system counts it. p50 and p99: with one
connection. req/s by 8: with eight connections at once. bytes: one answer in Brotli, head included.
All connections are kept alive. Of three rounds the one that cost least is shown."""
