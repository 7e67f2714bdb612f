"""What is measured of each page, and how."""

from dataclasses import dataclass

from .load import put_load

MANY = 8
WARM_UP = {"connections": 1, "requests": 30, "seconds": 3}


@dataclass
class Figures:
    """Of one address: rates in answers per second, times in milliseconds, sizes in bytes."""

    rate: float
    rate_of_many: float
    cpu: float
    p50: float
    p99: float
    size: int
    body_size: int


def measure(server, path, seconds, rounds=3):
    """`Figures` of `path`: of several rounds the one that cost least, since whatever else the
    machine does can only add to it."""
    put_load(server.port, path, **WARM_UP)
    one = [timed(server, path, 1, seconds / rounds / 2) for _ in range(rounds)]
    many = [timed(server, path, MANY, seconds / rounds / 2) for _ in range(rounds)]
    cpu, best = min(one, key=lambda found: found[0])
    return Figures(
        rate=best.per_second,
        rate_of_many=max(load.per_second for _, load in many),
        cpu=1000 * cpu,
        p50=best.percentile(0.50),
        p99=best.percentile(0.99),
        size=best.size,
        body_size=best.body_size,
    )


def timed(server, path, connections, seconds):
    """CPU seconds per request, and the `Load` that cost them."""
    before = server.cpu_seconds()
    load = put_load(server.port, path, connections, 5000, seconds)
    return (server.cpu_seconds() - before) / len(load.latencies), load
