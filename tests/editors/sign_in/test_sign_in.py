"""Name and password lead into the admin, and nowhere else."""

import pytest
from django.urls import reverse

from .conftest import is_signed_in, sign_in

SIGN_IN = "/account/sign-in/"
ELSEWHERE = [
    "https://evil.example/",
    "//evil.example/",
    "///evil.example/",
    "http:evil.example",
    "/\\evil.example/",
    "\\\\evil.example",
    "javascript:alert(1)",
    "https://testserver@evil.example/",
    "//[",
    "http://[::1",
    "\x00/admin/",
    "/admin/\r\nSet-Cookie: a=b",
    "https://localhost/admin/",
]


def test_right_password_opens_the_admin(client, policy):
    assert sign_in(client).url == "/admin/"
    assert client.get("/admin/").status_code == 200


def test_one_gets_where_one_was_going(client, policy):
    asked = client.get("/admin/reports/site-history/")
    assert asked.url == f"{SIGN_IN}?next=/admin/reports/site-history/"
    form = client.get(asked.url).content.decode()
    assert '<input type="hidden" name="next" value="/admin/reports/site-history/">' in form
    assert sign_in(client, next="/admin/reports/site-history/").url == (
        "/admin/reports/site-history/"
    )


@pytest.mark.django_db
@pytest.mark.parametrize("name", ["account_login", "account_reset_password"])
def test_labels_end_without_a_colon_as_on_all_other_forms(client, name):
    form = client.get(reverse(name)).content.decode()
    assert "</label>" in form
    assert ":</label>" not in form


@pytest.mark.parametrize("address", ELSEWHERE)
def test_nobody_is_sent_to_another_site(visitor, policy, address):
    response = sign_in(visitor, next=address)
    assert response.status_code == 302
    assert response.url.startswith("/admin/")
    assert "\n" not in response.url
    out = visitor.post(reverse("account_logout"), {"next": address})
    assert out.url == SIGN_IN or out.url.startswith("/admin/")


@pytest.mark.parametrize("name", ["policy", "nobody"])
def test_wrong_password_is_answered_alike_for_any_name(client, policy, name):
    response = sign_in(client, name, "wrong")
    page = response.content.decode()
    assert response.status_code == 200
    assert "That name and password do not go together." in page
    assert f'value="{name}"' in page
    assert 'value="wrong"' not in page
    assert not is_signed_in(client)


def test_closed_account_stays_out(client, policy):
    policy.is_active = False
    policy.save()
    response = sign_in(client, follow=True)
    assert "Account closed" in response.content.decode()
    assert not is_signed_in(client)


def test_nobody_signs_up_here(client, home):
    for path in ("/account/signup/", "/account/email/", "/account/confirm-email/"):
        assert client.get(path).status_code == 404


@pytest.mark.parametrize("name", ["account_login", "account_reset_password", "account_logout"])
def test_these_pages_are_kept_by_nobody(client, home, policy, name):
    client.get(reverse(name))
    for _ in range(2):
        response = client.get(reverse(name), follow=True)
        assert response["Cache-Control"] == "private, no-store"
        assert "unsafe" not in response["Content-Security-Policy"]


def test_signing_out_ends_the_session_for_good(client, policy):
    sign_in(client)
    cookie = client.cookies["sessionid"].value
    assert client.get("/admin/logout/").status_code == 200
    assert is_signed_in(client)
    assert client.post("/admin/logout/").url == SIGN_IN
    client.cookies["sessionid"] = cookie
    assert client.get("/admin/").url.startswith(SIGN_IN)


def test_signing_out_leaves_no_session_cookie(client, policy):
    sign_in(client)
    assert client.post("/admin/logout/").cookies["sessionid"]["max-age"] == 0
