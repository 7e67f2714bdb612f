"""Headers that keep a browser from doing what nobody asked for, in production settings."""

import pytest
from django.core.management import call_command
from django.test import Client
from wagtail import hooks

from tests.factories import make_blog, make_post, make_proposal

HEADERS = {
    "Strict-Transport-Security": "max-age=63072000; includeSubDomains; preload",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}


def policy(response):
    directives = (part.split() for part in response["Content-Security-Policy"].split(";"))
    return {name: set(sources) for name, *sources in directives}


def assert_strict(response):
    for name, value in HEADERS.items():
        assert response[name] == value, name
    assert "camera=()" in response["Permissions-Policy"]
    csp = policy(response)
    for name in ("default-src", "frame-ancestors", "base-uri", "object-src"):
        assert csp.pop(name) == {"'none'"}
    assert csp.keys() >= {"script-src", "style-src", "img-src", "form-action"}
    assert all(sources == {"'self'"} for sources in csp.values())


@pytest.fixture
def urls(home):
    proposal = make_proposal()
    return [
        "/",
        make_blog().url,
        make_post().url,
        proposal.get_parent().url,
        proposal.url,
        f"{proposal.url}coverage/",
        "/sitemap.xml",
    ]


def test_public_pages_are_under_the_strict_policy(secure_client, urls):
    for url in urls:
        for _ in ("made", "kept"):
            response = secure_client.get(url)
            assert response.status_code == 200
            assert_strict(response)
            assert response["X-Frame-Options"] == "DENY"


@pytest.mark.parametrize(
    ("path", "request_headers", "status"),
    [
        ("/not-there/", {}, 404),
        ("/documents/99/none.txt", {}, 404),
        ("/media/images/none.png", {}, 404),
        ("/not%00there/", {}, 400),
        ("/", {"Host": "evil.example"}, 400),
        ("/media/images/../../secret", {}, 400),
    ],
)
def test_errors_are_under_the_strict_policy(secure_client, home, path, request_headers, status):
    response = secure_client.get(path, headers=request_headers)
    assert response.status_code == status
    assert_strict(response)


def test_server_error_is_under_the_strict_policy(in_production, home):
    def break_down(*args):
        raise RuntimeError("out of order")

    client = Client(raise_request_exception=False)
    with hooks.register_temporarily("before_serve_page", break_down):
        response = client.get("/", secure=True)
    assert response.status_code == 500
    assert_strict(response)


def test_too_large_body_is_refused_under_the_strict_policy(secure_client, home, settings):
    settings.MAX_BODY_BYTES = 10
    response = secure_client.post("/", {"text": "more than ten bytes"})
    assert response.status_code == 413
    assert_strict(response)


def test_static_files_say_what_they_are_and_stay_with_us(in_production):
    response = Client().get("/static/core/site.css", secure=True)
    assert response.status_code == 200
    assert_strict(response)


def test_images_stay_with_us(secure_client, home, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    (tmp_path / "images").mkdir()
    (tmp_path / "images" / "a.png").write_bytes(b"image")
    response = secure_client.get("/media/images/a.png")
    assert b"".join(response.streaming_content) == b"image"
    assert set(response["Cache-Control"].split(", ")) == {"max-age=604800", "public"}
    assert_strict(response)


def test_unencrypted_request_is_led_to_https(in_production, home, client):
    response = client.get("/blog/?page=2")
    assert response.status_code == 301
    assert response["Location"] == "https://testserver/blog/?page=2"
    assert client.get("/healthz").status_code == 200


@pytest.mark.parametrize(
    "path", ["/admin/", "/admin/login/", "/account/sign-in/", "/healthz", "/readyz"]
)
def test_what_is_not_public_is_never_kept(secure_client, db, path):
    assert secure_client.get(path)["Cache-Control"] == "private, no-store"


def test_policy_is_looser_below_admin_alone(secure_client, editor, urls):
    secure_client.force_login(editor)
    for path in ("/admin/", "/admin/pages/"):
        csp = policy(secure_client.get(path, follow=True))
        assert "'unsafe-inline'" in csp["script-src"]
        assert csp["frame-ancestors"] == {"'self'"}
        assert csp["object-src"] == {"'none'"}
    for path in ("/account/security/", "/administration/", "/healthz", *urls):
        response = secure_client.get(path)
        assert "unsafe" not in response["Content-Security-Policy"]
        assert policy(response)["frame-ancestors"] == {"'none'"}


def test_nothing_but_our_own_host_is_ever_allowed(secure_client, editor, urls):
    secure_client.force_login(editor)
    for path in ("/", "/admin/"):
        for sources in policy(secure_client.get(path)).values():
            assert sources <= {"'self'", "'none'", "'unsafe-inline'", "data:", "blob:"}


def test_admin_may_frame_its_preview_and_nobody_else(secure_client, editor, home):
    secure_client.force_login(editor)
    post = make_post(live=False)
    preview = secure_client.get(f"/admin/pages/{post.pk}/view_draft/")
    assert preview.status_code == 200
    assert post.introduction in preview.content.decode()
    assert policy(preview)["frame-ancestors"] == {"'self'"}
    assert preview["X-Frame-Options"] == "SAMEORIGIN"
    assert preview["Cache-Control"] == "private, no-store"


def test_session_and_csrf_cookies_are_bound_to_this_host_and_https(secure_client, db, editor):
    form = secure_client.get("/account/sign-in/")
    assert form.cookies.keys() == {"__Host-csrf"}
    signed_in = secure_client.post("/account/sign-in/", {"login": "editor", "password": "secret"})
    session = signed_in.cookies["__Host-session"]
    for cookie in (form.cookies["__Host-csrf"], session):
        assert cookie["secure"]
        assert cookie["path"] == "/"
        assert not cookie["domain"]
        assert cookie["samesite"] == "Lax"
    assert session["httponly"]


def test_every_migration_is_written(db):
    call_command("makemigrations", check=True, dry_run=True, verbosity=0)
