"""A generator of load: one thread, many keep-alive connections, each with one request under way.

It sends the same bytes again and again and looks at little of what comes back, so that it costs a
fraction of what the server does.
"""

import re
import selectors
import socket
import time
from dataclasses import dataclass, field

from .fresh_site import HOST, Trouble

LENGTH = re.compile(rb"\r\nContent-Length: (\d+)\r\n", re.IGNORECASE)
LONGEST_WAIT = 10


@dataclass
class Load:
    """What came of it: `latencies` in seconds, `size` of one answer with its head, in bytes."""

    seconds: float = 0
    size: int = 0
    body_size: int = 0
    latencies: list = field(default_factory=list)

    @property
    def per_second(self):
        return len(self.latencies) / self.seconds

    def percentile(self, share):
        """The latency, in milliseconds, that `share` (0 to 1) of the requests did not exceed."""
        return 1000 * percentile(self.latencies, share)


def percentile(times, share):
    """The time that `share` (0 to 1) of `times` did not exceed."""
    ordered = sorted(times)
    return ordered[min(int(share * len(ordered)), len(ordered) - 1)]


def request_for(path):
    return (
        f"GET {path} HTTP/1.1\r\nHost: {HOST}\r\nX-Forwarded-Proto: https\r\n"
        "Accept-Encoding: br\r\n\r\n"
    ).encode()


class Visitor:
    """A connection that asks for one page over and over."""

    def __init__(self, port, path):
        self.path = path
        self.request = request_for(path)
        self.socket = socket.create_connection((HOST, port), timeout=LONGEST_WAIT)
        self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)

    def ask(self):
        self.received = b""
        self.asked = time.perf_counter()
        self.socket.sendall(self.request)

    def read(self):
        """Read what is there. The answer's sizes, whole and body, once all of it is."""
        part = self.socket.recv(1 << 20)
        if not part:
            raise Trouble(f"{self.path}: the server closed the connection.")
        self.received += part
        head, blank, body = self.received.partition(b"\r\n\r\n")
        if not blank:
            return None
        if not head.startswith(b"HTTP/1.1 200 "):
            status = head.partition(b"\r\n")[0].decode(errors="replace")
            raise Trouble(f"{self.path} answered “{status}”.")
        body_size = int(LENGTH.search(head + b"\r\n")[1])
        return (len(self.received), body_size) if len(body) >= body_size else None


def put_load(port, path, connections, requests, seconds):
    """Ask for `path` until `requests` were answered or `seconds` have passed, whichever comes
    first, but at least once on each connection. Every question is answered in the end, so that
    the server owes nothing to whoever measures next."""
    load = Load()
    visitors = [Visitor(port, path) for _ in range(connections)]
    with selectors.DefaultSelector() as selector:
        try:
            began = time.perf_counter()
            for visitor in visitors:
                selector.register(visitor.socket, selectors.EVENT_READ, visitor)
                visitor.ask()
            waiting = connections
            while waiting:
                ready = selector.select(LONGEST_WAIT)
                if not ready:
                    raise Trouble(f"{path}: no answer within {LONGEST_WAIT} seconds.")
                for key, _ in ready:
                    if not (sizes := key.data.read()):
                        continue
                    now = time.perf_counter()
                    load.latencies.append(now - key.data.asked)
                    load.size, load.body_size = sizes
                    load.seconds = now - began
                    if load.seconds < seconds and len(load.latencies) + waiting <= requests:
                        key.data.ask()
                    else:
                        waiting -= 1
        finally:
            for visitor in visitors:
                visitor.socket.close()
    return load
