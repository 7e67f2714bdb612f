"""Many people at once who each fill in a form, over and over."""

import http.client
import re
import socket
import threading
import time
from collections import Counter
from urllib.parse import urlencode

from .fresh_site import HOST, Trouble
from .load import LENGTH, LONGEST_WAIT

HIDDEN = re.compile(r'<input type="hidden" name="([^"]+)"(?: value="([^"]*)")?')
COOKIE = re.compile(r"^([^=]+=[^;]*)")


class Person:
    """One browser on a connection that is kept alive. It has opened the page at `path`, which holds
    a form, so many `times` before it sends any; `cookie` is what it holds already. To send costs
    little beside what the server does."""

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

    def connect(self):
        self.socket = socket.create_connection((HOST, self.port), timeout=LONGEST_WAIT)
        self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)

    def send(self, turn, fields, network):
        """Send the form of that turn from the given network (an address); return the answer's
        status."""
        body = urlencode(self.forms[turn % len(self.forms)] | fields)
        self.socket.sendall(
            f"POST {self.path} HTTP/1.1\r\nHost: {HOST}\r\nOrigin: https://{HOST}\r\n"
            f"X-Forwarded-Proto: https\r\nX-Forwarded-For: {network}\r\nCookie: {self.cookie}\r\n"
            "Content-Type: application/x-www-form-urlencoded\r\n"
            f"Content-Length: {len(body)}\r\n\r\n{body}".encode()
        )
        return self.read_answer()

    def read_answer(self):
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
            raise Trouble(f"{self.path}: the server closed the connection.")
        return part


def send_forms(port, path, people, each, fields, cookies=None, fresh=False):
    """Let so many `people` send the form at `path` so many times `each`; `fields(number)` says what
    is typed the number-th time, counted over all. `cookies`, one for each of the people, sign them
    in. With `fresh` each is a form of its own, opened before the clock starts. Return (seconds,
    {status: how often})."""
    times = each if fresh else 1
    crowd = [Person(port, path, cookie, times) for cookie in cookies or [""] * people]
    statuses = Counter()
    start = threading.Barrier(people + 1)

    def work(place, person):
        person.connect()
        start.wait()
        for turn in range(each):
            number = place * each + turn
            network = f"10.{number >> 16 & 255}.{number >> 8 & 255}.{number & 255}"
            statuses[person.send(turn, fields(number), network)] += 1

    threads = [threading.Thread(target=work, args=pair) for pair in enumerate(crowd)]
    for thread in threads:
        thread.start()
    start.wait()
    began = time.perf_counter()
    for thread in threads:
        thread.join()
    return time.perf_counter() - began, dict(statuses)
