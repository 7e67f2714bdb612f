import logging
import re

import pytest
from wagtail import hooks

from core import logs
from core.logs import MaskingFormatter, RequestIdFilter


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
