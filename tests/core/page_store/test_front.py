"""What the store holds is answered before Django is asked, and says what Django would."""

import re

import pytest
from django.core.signals import request_finished, request_started
from django.core.wsgi import get_wsgi_application
from django.db import close_old_connections
from django.test import RequestFactory
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from config.wsgi import application
from core.page_store import entries
from core.page_store.front import CONDITIONS, Front
from tests.factories import make_post

NUMBER = "0123456789abcdef"


@pytest.fixture(autouse=True)
def _connection_stays():
    """Around a request Django closes connections, and with this test's own its rows would go."""
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    yield
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)


def ask(application, url, method="GET", **extra):
    """Status line, headers and body that a WSGI application answers."""
    asked = {"REQUEST_METHOD": method, "HTTP_X_REQUEST_ID": NUMBER} | extra
    environ = RequestFactory().get(url).environ | asked
    started = []
    body = b"".join(application(environ, lambda *answer: started.append(answer)))
    [(status, headers)] = started
    return status, dict(headers), body


def unreachable(environ, start_response):
    start_response("418 Django was asked", [])
    return []


@pytest.fixture
def front():
    return lambda url, *args, **extra: ask(Front(unreachable), url, *args, **extra)


@pytest.fixture
def stored(post, store):
    store(post.url)
    return post.url


def test_front_stands_before_what_gunicorn_serves():
    assert isinstance(application, Front)


@pytest.mark.parametrize("accepted", ["", "gzip", "br"])
def test_front_says_what_django_says(post, client, front, accepted):
    client.get(post.url, headers={"Accept-Encoding": accepted})
    answered = front(post.url, HTTP_ACCEPT_ENCODING=accepted)
    assert answered[0] == "200 OK"
    assert answered == ask(get_wsgi_application(), post.url, HTTP_ACCEPT_ENCODING=accepted)


def test_head_gets_the_headers_alone(stored, front):
    head, page = front(stored, "HEAD"), front(stored)
    assert head[:2] == page[:2]
    assert (head[2], int(head[1]["Content-Length"])) == (b"", len(page[2]))


def test_reader_who_has_the_page_is_told_so(stored, front):
    status, headers, body = front(stored, HTTP_IF_NONE_MATCH=front(stored)[1]["ETag"])
    assert (status, body) == ("304 Not Modified", b"")
    assert headers["Vary"] == "Accept-Encoding"
    assert front(stored, HTTP_IF_NONE_MATCH='"another"')[0] == "200 OK"


@pytest.mark.parametrize("day", ["Tue, 01 Jan 2019 00:00:00 GMT", "Fri, 01 Jan 2100 00:00:00 GMT"])
@pytest.mark.parametrize("header", CONDITIONS)
def test_condition_is_weighed_as_django_does(stored, front, header, day):
    condition = {header: day if header.endswith("SINCE") else '"another"'}
    assert front(stored, **condition) == ask(get_wsgi_application(), stored, **condition)


def test_store_is_asked_once_for_a_page_that_it_does_not_hold(post, monkeypatch):
    asked = []
    for module in ("front", "middleware"):
        monkeypatch.setattr(f"core.page_store.{module}.find", asked.append)
    assert ask(Front(get_wsgi_application()), post.url)[0] == "200 OK"
    assert len(asked) == 1


def test_answer_bears_the_number_that_the_server_gave_or_else_one_of_its_own(stored, front):
    assert front(stored)[1]["X-Request-ID"] == NUMBER
    for bad in ("", "short", "two\nlines of it"):
        number = front(stored, HTTP_X_REQUEST_ID=bad)[1]["X-Request-ID"]
        assert re.fullmatch("[0-9a-f]{32}", number)


@pytest.mark.parametrize(
    "extra",
    [
        {"HTTP_HOST": "localhost"},
        {"HTTP_HOST": "evil.example"},
        {"HTTP_HOST": "not a host"},
        {"wsgi.url_scheme": "https"},
        {"QUERY_STRING": "page=2"},
        {"HTTP_ACCEPT_ENCODING": "br"},
        {"HTTP_COOKIE": "sessionid=abc"},
        {"REQUEST_METHOD": "POST"},
    ],
)
def test_what_is_not_stored_is_for_django(stored, front, extra):
    assert front(stored)[0] == "200 OK"
    assert front(stored, **extra)[0] == "418 Django was asked"


def test_address_comes_to_django_as_it_came(home):
    status, _, body = ask(
        Front(get_wsgi_application()), "/", PATH_INFO="/ζ/".encode().decode("latin1")
    )
    assert (status, b"Internal" in body) == ("404 Not Found", False)


def test_dropped_page_is_for_django(stored, post, front, committed):
    with committed():
        post.save_revision().publish()
    assert front(stored)[0] == "418 Django was asked"


def test_plain_http_is_led_to_https_though_the_page_is_stored(post, settings):
    settings.SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    settings.SECURE_SSL_REDIRECT = True
    front = Front(get_wsgi_application())
    for _ in ("made", "kept"):
        assert ask(front, post.url, HTTP_X_FORWARDED_PROTO="https")[0] == "200 OK"
        assert ask(front, post.url, HTTP_X_FORWARDED_PROTO="http")[0] == "301 Moved Permanently"


def test_host_is_one_however_it_is_written(post, client, front):
    client.get(post.url, headers={"Host": "LocalHost"})
    assert front(post.url, HTTP_HOST="localhost")[0] == "200 OK"


def test_worker_remembers_a_bounded_number_of_pages(home, store, front, monkeypatch):
    monkeypatch.setattr(entries, "MOST_RECENT", 2)
    urls = [make_post(f"Post {number}").url for number in range(4)]
    store(*urls)
    assert [front(url)[0] for url in urls] == ["200 OK"] * 4
    assert len(entries.recent) <= 2


TEXT = st.text(st.characters(max_codepoint=255), max_size=60)
NAMES = ["PATH_INFO", "QUERY_STRING", "HTTP_HOST", "HTTP_COOKIE", "HTTP_ACCEPT_ENCODING"]


@hypothesis_settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.dictionaries(st.sampled_from([*NAMES, "HTTP_X_REQUEST_ID", "CONTENT_TYPE"]), TEXT))
def test_strange_request_is_for_django(front, given):
    assert front("/", **given)[0] == "418 Django was asked"
