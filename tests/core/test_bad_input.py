"""What nobody would type and somebody will send gets a 400, a 404 or the page, never a 500."""

import pytest
from django.test import Client
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.factories import make_blog, make_post, make_proposal

MEANT_FOR_NOBODY = ["%00", "'", '"', "%", "%FF%FE", "%ED%A0%80", "%27%22", "9" * 20, "-1", "%2e%2e"]
ADDRESSES = [
    "/?page={}",
    "/?anything={}",
    "/{}",
    "/{}/",
    "/blog/?page={}",
    "/blog/?page=1&page={}",
    "/blog/{}/",
    "/blog/strand/{}/",
    "/blog/author/{}/",
    "/blog/tag/{}/",
    "/blog/{}/1/",
    "/blog/2026/{}/",
    "/blog/the-post/{}/",
    "/blog/the-post/?{}=1",
    "/current-proposals/?strand={}",
    "/current-proposals/?status={}",
    "/current-proposals/?strand=research&status={}",
    "/current-proposals/the-proposal/{}/",
    "/documents/{}/terms.txt",
    "/documents/1/{}",
    "/media/images/{}",
    "/media/{}",
    "/static/{}",
    "/sitemap.xml?p={}",
    "/healthz?{}",
    "/readyz?{}",
    "/account/sign-in/?next={}",
    "/account/password/new/key:{}/",
    "/admin/login/?next={}",
    "/_util/login/?next={}",
]


@pytest.fixture
def visitor(home):
    """Sees what a reader would, a 500 included."""
    make_post("The post")
    make_proposal("The proposal")
    return Client(raise_request_exception=False)


@pytest.mark.parametrize("address", ADDRESSES)
def test_no_address_makes_an_error(visitor, address):
    for bad in MEANT_FOR_NOBODY:
        answer = visitor.get(address.format(bad))
        assert answer.status_code in {200, 301, 302, 400, 404}, bad
        if bad == "%00":
            assert answer.status_code == 400


@pytest.mark.parametrize("address", ["/blog/?page={}", "/current-proposals/?strand={}"])
@pytest.mark.parametrize("bad", ["'", '"', "none", "9" * 20, "-1", "0", "%FF"])
def test_value_that_names_nothing_is_not_found(visitor, address, bad):
    assert visitor.get(address.format(bad)).status_code == 404


def test_nul_is_refused_in_words_and_not_kept(visitor):
    answer = visitor.get("/blog/?page=%00")
    assert answer.status_code == 400
    assert "character" in answer.content.decode()
    assert answer["Content-Type"] == "text/plain; charset=utf-8"
    assert answer["Cache-Control"] == "private, no-store"


@pytest.mark.parametrize("host", ["evil.example", "testserver.evil.example", "a b", "[::1", ""])
def test_unknown_host_is_refused(visitor, host):
    for path in ("/", "/blog/the-post/", "/healthz", "/not-there/"):
        assert visitor.get(path, headers={"Host": host}).status_code == 400


@pytest.mark.parametrize(
    "path",
    [
        "../secret.txt",
        "..%2fsecret.txt",
        "%2e%2e/secret.txt",
        "....//secret.txt",
        "/etc/passwd",
        "..%5csecret.txt",
        "a/../../secret.txt",
        "",
        "a" * 300,
    ],
)
def test_no_file_is_served_but_sized_images(visitor, settings, tmp_path, path):
    settings.MEDIA_ROOT = tmp_path
    (tmp_path / "images").mkdir()
    (tmp_path / "secret.txt").write_text("secret")
    assert visitor.get(f"/media/images/{path}").status_code in {400, 404}


@pytest.mark.parametrize("folder", ["documents", "original_images"])
def test_originals_are_not_served_round_wagtails_rules(visitor, settings, tmp_path, folder):
    settings.MEDIA_ROOT = tmp_path
    (tmp_path / folder).mkdir()
    (tmp_path / folder / "a.png").write_bytes(b"image")
    assert visitor.get(f"/media/{folder}/a.png").status_code == 404


def test_address_of_a_thousand_levels_is_not_found(visitor):
    assert visitor.get("/" + "a/" * 1000).status_code == 404


class Unread:
    """A request's body that nobody may read."""

    def read(self, *args):
        raise AssertionError("the body was read")

    readline = read


@pytest.mark.parametrize("path", ["/", "/account/sign-in/", "/not-there/"])
def test_too_large_a_body_is_refused_before_it_is_read(visitor, settings, path):
    answer = visitor.post(
        path, **{"wsgi.input": Unread(), "CONTENT_LENGTH": str(settings.MAX_BODY_BYTES + 1)}
    )
    assert answer.status_code == 413
    assert "64 MB" in answer.content.decode()


@pytest.mark.parametrize("length", ["", "-1", "none", "9" * 5000])
def test_length_that_is_none_makes_no_error(visitor, length):
    answer = visitor.get("/", CONTENT_LENGTH=length)
    assert answer.status_code in {200, 413}


@pytest.mark.parametrize("method", ["post", "put", "delete", "options", "trace"])
def test_other_methods_make_no_error_and_nothing_is_kept(visitor, is_stored, method):
    answer = getattr(visitor, method)("/blog/")
    assert answer.status_code in {200, 403, 405}
    assert "public" not in answer.get("Cache-Control", "")
    assert not is_stored("/blog/")


PIECES = [*"ab019=&;+%'\"\\/<>[]{}é€\x00\n ", "%00", "%2", "%FF", "page=", "strand=", "status="]
ANY_QUERY = st.lists(st.sampled_from(PIECES), max_size=30).map("".join)


@pytest.mark.parametrize("path", ["/blog/", "/current-proposals/", "/", "/sitemap.xml"])
@settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(query=ANY_QUERY)
def test_no_query_makes_an_error(visitor, path, query):
    answer = visitor.get(path, QUERY_STRING=query.encode().decode("latin-1"))
    assert answer.status_code in {200, 400, 404}


@pytest.mark.parametrize("name", ["page", "strand", "status"])
@settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(value=st.text(st.characters(exclude_categories=["Cs"]), max_size=30))
def test_no_value_makes_an_error(visitor, name, value):
    for path in (make_blog().url, "/current-proposals/"):
        assert visitor.get(path, {name: value}).status_code in {200, 400, 404}
