import logging
import re
from datetime import timedelta
from types import SimpleNamespace
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse
from gunicorn.config import Config
from gunicorn.glogging import SafeAtoms
from wagtail import hooks

from config.access_log import PrivateLogger
from config.gunicorn import access_log_format
from core import logs
from core.logs import MaskingFormatter, RequestIdFilter
from discussion import links as comment_links
from discussion.models import PublicComment
from stakeholders import links as stakeholder_links
from stakeholders.models import Stakeholder
from stakeholders.tokens import new_token


def line(message, *args, exc_info=None):
    record = logging.LogRecord("core", logging.INFO, __file__, 1, message, args, exc_info)
    RequestIdFilter().filter(record)
    return MaskingFormatter("[{request_id}] {message}", style="{").format(record)


@pytest.mark.parametrize(
    "address", ["a@b.org", "first.last+tag@mail.example.co.uk", "o_o-1@x-y.example"]
)
def test_addresses_are_masked_wherever_they_stand(address):
    assert line("Sent to %s.", address) == "[-] Sent to [address]."
    assert line(f"to <{address}>, and {address}") == "[-] to <[address]>, and [address]"
    try:
        raise ValueError(address)
    except ValueError as error:
        written = line("Failed", exc_info=(type(error), error, error.__traceback__))
    assert address not in written
    assert "ValueError: [address]" in written


def test_what_is_no_address_stays():
    assert line("2 @ 3 of v1.2@main, user@host") == "[-] 2 @ 3 of v1.2@main, user@host"


def access_line(path, log_format="%(U)s", **environ):
    """What the server writes about a request."""
    environ |= {"REQUEST_METHOD": "GET", "RAW_URI": path, "HTTP_X_REQUEST_ID": "number-1"}
    headers = [(name.removeprefix("HTTP_").replace("_", "-"), environ[name]) for name in environ]
    response = SimpleNamespace(status="200 OK", sent=21, headers=headers)
    request = SimpleNamespace(headers=headers)
    atoms = PrivateLogger(Config()).atoms(
        response, request, environ, timedelta(seconds=1, milliseconds=2)
    )
    return log_format % SafeAtoms(atoms)


def test_server_writes_what_was_asked_and_what_came_of_it():
    assert (
        access_line("/blog/?page=2", access_log_format)
        == "GET /blog/ 200 21 bytes 1002 ms number-1"
    )


@pytest.mark.parametrize("asked_for", ["h", "r", "q", "f", "a", "{cookie}i", "{remote_addr}e"])
def test_no_format_makes_the_server_write_who_asks(asked_for):
    who = {"REMOTE_ADDR": "192.0.2.1", "HTTP_COOKIE": "sessionid=1", "QUERY_STRING": "q=me"}
    assert access_line("/?q=me", f"%({asked_for})s", **who) == "-"


SECRET_LINKS = {
    "confirm a comment": lambda: comment_links.confirm_url(PublicComment()),
    "own comment": lambda: comment_links.mine_url(PublicComment()),
    "mute": lambda: comment_links.mute_url(PublicComment()),
    "confirm a sign-up": lambda: stakeholder_links.confirm_url(new_token()),
    "preferences": lambda: stakeholder_links.preferences_url(Stakeholder()),
    "unsubscribe": lambda: stakeholder_links.unsubscribe_url(Stakeholder()),
    "new password": lambda: reverse(
        "account_reset_password_from_key", args=["1", f"cz1a2b-{uuid4().hex}"]
    ),
}


@pytest.mark.parametrize("make_link", SECRET_LINKS.values(), ids=SECRET_LINKS)
def test_link_that_lets_somebody_in_is_in_no_log(make_link):
    path = make_link().removeprefix("http://localhost")
    start, _, secret = path.rstrip("/").rpartition("/")
    assert access_line(f"{path}?next=/{secret}/") == f"{start}/[signed]/"
    assert access_line(path.replace(":", "%3a")) == f"{start}/[signed]/"
    assert line("Forbidden (%s): %s", "no cookie", path) == (
        f"[-] Forbidden (no cookie): {start}/[signed]/"
    )
    assert line(f"from http://localhost{path}") == f"[-] from http://localhost{start}/[signed]/"


def test_refused_request_leaves_no_link_in_the_log(home, caplog):
    path = stakeholder_links.preferences_url(Stakeholder()).removeprefix("http://localhost")
    assert Client(enforce_csrf_checks=True).post(path).status_code == 403
    [record] = [record for record in caplog.records if record.name == "django.security.csrf"]
    assert path.split(":")[-1] not in line(record.getMessage())


@pytest.mark.parametrize(
    "text",
    [
        "redis://localhost:6379/1 is away",
        "https://example.org:8443/blog/a-post/",
        "/srv/site/core/logs.py:12: warning",
        'File "/srv/site/core/logs.py", line 12: in format',
        "1/2: half of it",
    ],
)
def test_what_is_no_secret_stays(text):
    assert line(text) == f"[-] {text}"


def test_every_line_of_a_request_names_it_and_so_does_the_answer(client, home):
    seen = []

    def note(*args):
        seen.append(logs.request_id.get())

    with hooks.register_temporarily("before_serve_page", note):
        answer = client.get("/", headers={"X-Request-ID": "from-the-proxy-1"})
    assert seen == ["from-the-proxy-1"]
    assert answer["X-Request-ID"] == "from-the-proxy-1"
    assert logs.request_id.get() == "-"


@pytest.mark.parametrize("given", ["", "short", "x" * 65, "has space", "line\nbreak", "é" * 10])
def test_number_that_could_forge_a_line_is_replaced(client, given):
    answer = client.get("/healthz", headers={"X-Request-ID": given})
    assert re.fullmatch(r"[0-9a-f]{32}", answer["X-Request-ID"])


def test_requests_have_numbers_of_their_own(client):
    numbers = {client.get("/healthz")["X-Request-ID"] for _ in range(3)}
    assert len(numbers) == 3
