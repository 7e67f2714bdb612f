"""Many people at once who each fill in a form, over and over."""

import http.client
import re
import socket
import threading
import time
from collections import Counter, deque
from contextlib import suppress
from urllib.parse import urlencode

from .fresh_site import HOST, Trouble
from .load import LENGTH, LONGEST_WAIT

HIDDEN = re.compile(r'<input type="hidden" name="([^"]+)"(?: value="([^"]*)")?')
COOKIE = re.compile(r"^([^=]+=[^;]*)")


class Person:
    """Somebody who has opened the page at `path`, which holds a form, so many `times` before any is
    sent; `cookie` is what their browser holds already."""

    def __init__(self, port, path, cookie="", times=1):
        self.port = port
        self.path = path
        self.cookies = {}
        self.hold(cookie)
        self.forms = [self.open_form() for _ in range(times)]

    def hold(self, cookie):
        """Keep a cookie ("name=value") in the place of an older one of its name."""
        self.cookies[cookie.partition("=")[0]] = cookie

    @property
    def cookie(self):
        return "; ".join(filter(None, self.cookies.values()))

    def open_form(self):
        """The hidden fields of the form: {name: value}."""
        connection = http.client.HTTPConnection(HOST, self.port, timeout=LONGEST_WAIT)
        headers = {"X-Forwarded-Proto": "https", "Cookie": self.cookie}
        connection.request("GET", self.path, headers=headers)
        answer = connection.getresponse()
        body = answer.read().decode()
        connection.close()
        if answer.status != 200:
            raise Trouble(f"{self.path} answered {answer.status}.")
        if given := answer.headers["Set-Cookie"]:
            self.hold(COOKIE.match(given)[1])
        return dict(HIDDEN.findall(body))

    def fill_in(self, turn, fields, network):
        """The form of that turn, from the given network (an address), as it is sent."""
        body = urlencode(self.forms[turn % len(self.forms)] | fields)
        return (
            f"POST {self.path} HTTP/1.1\r\nHost: {HOST}\r\nOrigin: https://{HOST}\r\n"
            f"X-Forwarded-Proto: https\r\nX-Forwarded-For: {network}\r\nCookie: {self.cookie}\r\n"
            "Content-Type: application/x-www-form-urlencoded\r\n"
            f"Content-Length: {len(body)}\r\n\r\n{body}"
        ).encode()


class Connection:
    """One that is kept alive. To send on it costs little beside what the server does."""

    def __init__(self, port):
        self.socket = socket.create_connection((HOST, port), timeout=LONGEST_WAIT)
        self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)

    def send(self, request):
        """The status of the answer to `request`, which is bytes."""
        self.socket.sendall(request)
        received = blank = b""
        while not blank:
            received += self.receive()
            head, blank, body = received.partition(b"\r\n\r\n")
        length = int(LENGTH.search(head + b"\r\n")[1])
        while len(body) < length:
            body += self.receive()
        return int(head[9:12])

    def receive(self):
        part = self.socket.recv(1 << 16)
        if not part:
            raise Trouble("The server closed the connection.")
        return part


def send_forms(port, path, people, each, fields, cookies=None, fresh=False):
    """Let so many `people` send the form at `path` so many times `each`; `fields(number)` says what
    is typed the number-th time, counted over all. `cookies`, one for each of the people, sign them
    in. With `fresh` each is a form of its own, opened before the clock starts. Return (seconds,
    {status: how often}).

    There are as many connections as people. Each sends whatever is next, whosever it is: to the
    end, as many are under way.
    """
    times = each if fresh else 1
    crowd = [Person(port, path, cookie, times) for cookie in cookies or [""] * people]
    turns = deque((turn, place) for turn in range(each) for place in range(people))
    statuses = Counter()
    start = threading.Barrier(people + 1)

    def work():
        connection = Connection(port)
        start.wait()
        with suppress(IndexError):
            while True:
                turn, place = turns.popleft()
                number = place * each + turn
                network = f"10.{number >> 16 & 255}.{number >> 8 & 255}.{number & 255}"
                request = crowd[place].fill_in(turn, fields(number), network)
                statuses[connection.send(request)] += 1

    threads = [threading.Thread(target=work) for _ in crowd]
    for thread in threads:
        thread.start()
    start.wait()
    began = time.perf_counter()
    for thread in threads:
        thread.join()
    return time.perf_counter() - began, dict(statuses)
