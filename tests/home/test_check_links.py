"""`manage.py check_links`: finds what leads nowhere, and passes what leads somewhere."""

import threading
from http.server import BaseHTTPRequestHandler, HTTPServer
from io import StringIO

import pytest
from django.core.cache import cache
from django.core.files.base import ContentFile
from django.core.management import CommandError, call_command
from wagtail.contrib.redirects.models import Redirect
from wagtail.documents import get_document_model

from home import links
from home.models import StandardPage
from tests.factories import make_post, make_proposal, place


@pytest.fixture
def linking(home):
    """A page with this rich text."""

    def make(html):
        body = [{"type": "paragraph", "value": html}]
        return place(home, StandardPage(title="Linking", body=body))

    return make


def check(*args):
    """(the lines that the command says, whether it found nothing broken)"""
    out = StringIO()
    cache.clear()
    try:
        call_command("check_links", *args, verbosity=0, stdout=out)
    except CommandError as error:
        return out.getvalue().splitlines(), not error.returncode
    return out.getvalue().splitlines(), True


def test_site_with_whole_links_passes(linking):
    make_proposal("Weighed")
    post = make_post()
    document = get_document_model().objects.create(
        title="Terms", file=ContentFile(b"Terms.", name="terms.txt"), file_size=6
    )
    linking(
        f'<p><a linktype="page" id="{post.pk}">post</a>'
        f'<a linktype="document" id="{document.pk}">terms</a>'
        '<a href="/current-proposals/weighed/#R1">risk</a><a href="#main">top</a>'
        '<a href="http://localhost/blog/feed/">feed</a><a href="/blog">no slash</a>'
        '<a href="mailto:team@example.org">write</a><a href="tel:+441234">call</a></p>'
    )
    assert check() == (["No broken links."], True)


@pytest.mark.parametrize(
    ("href", "said"),
    [
        ("/nothing-there/", "/nothing-there/ answers 404"),
        ("http://localhost/nothing-there/", "http://localhost/nothing-there/ answers 404"),
        ("/documents/99/gone.pdf", "/documents/99/gone.pdf answers 404"),
        ("/current-proposals/weighed/#R9", "leads to a place that is not on that page"),
        ("#nowhere", "#nowhere leads to a place that is not on that page"),
        ("page:12", "page:12 is not an address"),
        ("http://[", "is not an address"),
    ],
)
def test_broken_address_is_named_with_its_page(linking, href, said):
    make_proposal("Weighed")
    linking(f'<p><a href="{href}">there</a></p>')
    [line], passed = check()
    assert not passed
    assert line.startswith("Linking http://localhost/linking/: ")
    assert said in line


@pytest.mark.parametrize("gone", ["deleted", "unpublished", "document"])
def test_link_whose_target_is_gone_is_found(linking, gone):
    post = make_post()
    kind = "document" if gone == "document" else "page"
    target = 99 if gone == "document" else post.pk
    linking(f'<p><a linktype="{kind}" id="{target}">there</a></p>')
    post.delete() if gone == "deleted" else post.unpublish()
    [line], passed = check()
    assert not passed
    assert "gone or not published" in line


def test_page_that_moved_is_not_broken(linking, django_capture_on_commit_callbacks):
    post = make_post()
    linking(f'<p><a href="{post.url}">there</a></p>')
    with django_capture_on_commit_callbacks(execute=True):
        post.slug = "elsewhere"
        post.save_revision().publish()
    assert check()[1]


def test_drafts_are_not_checked(linking):
    linking('<p><a href="/nothing-there/">there</a></p>').unpublish()
    assert check()[1]


def test_redirect_in_a_circle_ends(linking, home):
    Redirect.objects.create(old_path="/round", redirect_link="/round/")
    linking('<p><a href="/round/">there</a></p>')
    [line], passed = check()
    assert not passed
    assert line.endswith("/round/ answers 301")


def test_other_sites_are_listed_and_not_asked(linking, monkeypatch):
    monkeypatch.setattr(links, "urlopen", lambda *args, **kwargs: pytest.fail("was asked"))
    linking('<p><a href="https://example.org/study">there</a></p>')
    out = StringIO()
    call_command("check_links", stdout=out)
    assert "Not asked for: https://example.org/study" in out.getvalue()


class Elsewhere(BaseHTTPRequestHandler):
    """Another site: /here answers, /get answers GET alone, everything else is gone."""

    def do_HEAD(self):
        self.send_response(200 if self.path == "/here" else 405)
        self.end_headers()

    def do_GET(self):
        self.send_response(200 if self.path in {"/here", "/get"} else 410)
        self.end_headers()

    def log_message(self, *args):
        pass


@pytest.fixture
def elsewhere():
    server = HTTPServer(("127.0.0.1", 0), Elsewhere)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


def test_other_sites_are_asked_on_demand(linking, elsewhere):
    addresses = [f"{elsewhere}/{path}" for path in ("here", "get", "gone")]
    linking("<p>" + "".join(f'<a href="{address}">x</a>' for address in addresses) + "</p>")
    [line], passed = check("--external")
    assert not passed
    assert line == f"Linking http://localhost/linking/: {elsewhere}/gone answers 410"


def test_site_that_is_away_is_said_to_be(linking, elsewhere):
    linking('<p><a href="http://127.0.0.1:1/away">x</a></p>')
    [line], passed = check("--external")
    assert not passed
    assert "/away does not answer" in line
