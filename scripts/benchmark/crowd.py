"""Many people at once who each fill in a form: they get it once and send it over and over."""

import http.client
import re
import threading
import time
from collections import Counter
from urllib.parse import urlencode

from .fresh_site import HOST, Trouble

HIDDEN = re.compile(r'<input type="hidden" name="([^"]+)"(?: value="([^"]*)")?')
COOKIE = re.compile(r"^([^=]+=[^;]*)")


class Person:
    """One browser, on a connection that is kept alive."""

    def __init__(self, port, path):
        self.path = path
        self.connection = http.client.HTTPConnection(HOST, port, timeout=60)
        status, headers, body = self.ask("GET")
        if status != 200:
            raise Trouble(f"{path} answered {status}.")
        self.cookie = COOKIE.match(headers["Set-Cookie"])[1]
        self.hidden = dict(HIDDEN.findall(body))

    def ask(self, method, body=None, **headers):
        given = {"Host": HOST, "X-Forwarded-Proto": "https", **headers}
        self.connection.request(method, self.path, body, given)
        answer = self.connection.getresponse()
        return answer.status, answer.headers, answer.read().decode()

    def send(self, fields, network):
        """Send the form from the given network (an address); return the answer's status."""
        status, _, _ = self.ask(
            "POST",
            urlencode(self.hidden | fields),
            **{
                "Content-Type": "application/x-www-form-urlencoded",
                "Cookie": self.cookie,
                "Origin": f"https://{HOST}",
                "X-Forwarded-For": network,
            },
        )
        return status


def send_forms(port, path, people, each, fields):
    """Let so many `people` send the form at `path` so many times `each`; `fields(number)` says what
    is typed the number-th time, counted over all. Return (seconds, {status: how often})."""
    crowd = [Person(port, path) for _ in range(people)]
    statuses = Counter()
    start = threading.Barrier(people + 1)

    def work(place, person):
        start.wait()
        for turn in range(each):
            number = place * each + turn
            network = f"10.{number >> 16 & 255}.{number >> 8 & 255}.{number & 255}"
            statuses[person.send(fields(number), network)] += 1

    threads = [threading.Thread(target=work, args=pair) for pair in enumerate(crowd)]
    for thread in threads:
        thread.start()
    start.wait()
    began = time.perf_counter()
    for thread in threads:
        thread.join()
    return time.perf_counter() - began, dict(statuses)
