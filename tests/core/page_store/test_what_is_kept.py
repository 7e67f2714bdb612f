"""What the store keeps, under which name, and until when."""

from datetime import datetime

import pytest
from django.test import Client
from django.utils import timezone
from wagtail import hooks
from wagtail.test.utils.form_data import nested_form_data, rich_text, streamfield

from tests.factories import make_blog, make_post


def test_unknown_parameter_is_answered_and_not_kept(client, post, is_stored):
    assert client.get(f"{post.url}?utm_source=mail").status_code == 200
    assert not is_stored(f"{post.url}?utm_source=mail")


def test_known_parameters_are_kept_apart(client, home, is_stored):
    for number in range(11):
        make_post(f"Post {number:02}")
    url = make_blog().url
    first, second = client.get(url).content, client.get(f"{url}?page=2").content
    assert first != second
    assert is_stored(f"{url}?page=2")
    assert client.get(f"{url}?page=2").content == second
    assert client.get(url).content == first


def test_page_that_is_not_there_is_not_kept(client, home, is_stored):
    assert client.get("/not-there/").status_code == 404
    assert not is_stored("/not-there/")
    assert "public" not in client.get("/not-there/").get("Cache-Control", "")


@pytest.mark.parametrize("other", [{"headers": {"Host": "localhost"}}, {"secure": True}])
def test_hosts_and_schemes_are_never_mixed(post, is_stored, other):
    is_stored(post.url)
    assert not is_stored(post.url, **other)
    assert is_stored(post.url)
    assert is_stored(post.url, **other)


def test_page_that_comes_with_a_cookie_is_for_one_reader(client, post, is_stored):
    def set_cookie(serve):
        def served(*args):
            response = serve(*args)
            response.set_cookie("reader", "1")
            return response

        return served

    with hooks.register_temporarily("on_serve_page", set_cookie):
        assert client.get(post.url)["Cache-Control"] == "private, no-store"
        assert not is_stored(post.url)
        assert not is_stored(post.url)


def test_editor_sees_the_page_with_the_user_bar_and_nobody_else_does(
    client, editor_client, post, is_stored
):
    for _ in range(2):
        response = editor_client.get(post.url)
        assert response["Cache-Control"] == "private, no-store"
        assert "wagtail-userbar" in response.content.decode()
        public = Client().get(post.url)
        assert "wagtail-userbar" not in public.content.decode()


def test_editor_is_not_answered_from_the_store(editor_client, post, is_stored):
    is_stored(post.url)
    assert is_stored(post.url)
    assert "wagtail-userbar" in editor_client.get(post.url).content.decode()


def test_editors_page_is_not_kept(editor_client, post, is_stored):
    editor_client.get(post.url)
    assert not is_stored(post.url)


def test_preview_is_private_and_not_kept(editor_client, post, is_stored):
    data = nested_form_data(
        {
            "title": "Not yet public",
            "slug": post.slug,
            "introduction": post.introduction,
            "date": post.date.isoformat(),
            "strand": "",
            "related_proposal": "",
            "tags": "",
            "author_links-TOTAL_FORMS": 0,
            "author_links-INITIAL_FORMS": 0,
            "body": streamfield([("paragraph", rich_text("<p>Secret draft.</p>"))]),
        }
    )
    address = f"/admin/pages/{post.pk}/edit/preview/"
    assert editor_client.post(address, data).json()["is_valid"]
    preview = editor_client.get(address)
    assert "Secret draft." in preview.content.decode()
    assert preview["Cache-Control"] == "private, no-store"
    public = Client().get(post.url).content.decode()
    assert "Secret draft." not in public
    assert "Not yet public" not in public


@pytest.mark.parametrize(
    ("now", "seconds"),
    [("2026-03-10 23:59:50", 10), ("2026-03-10 12:00:00", 3600), ("2026-03-28 23:30:00", 1800)],
)
def test_page_lives_until_midnight_at_most(monkeypatch, settings, now, seconds):
    from core.page_store.entries import seconds_to_keep

    settings.PAGE_STORE_SECONDS = 3600
    moment = timezone.make_aware(datetime.fromisoformat(now))
    monkeypatch.setattr(timezone, "localtime", lambda: moment)
    assert seconds_to_keep() == seconds


def test_kept_page_expires_with_the_day(monkeypatch, post, is_stored):
    moment = timezone.make_aware(datetime.fromisoformat("2026-03-10 23:59:59.999999"))
    monkeypatch.setattr(timezone, "localtime", lambda value=None, *args: value or moment)
    is_stored(post.url)
    assert not is_stored(post.url)


@pytest.mark.parametrize("query", ["page=1", "strand=x", "page=1&page=1"])
def test_invented_addresses_of_one_page_are_not_kept(client, home, is_stored, query):
    assert client.get(f"/?{query}").status_code == 200
    assert not is_stored(f"/?{query}")


def test_one_page_is_kept_once_however_its_address_is_written(client, home, is_stored):
    url = make_blog().url
    assert client.get(f"{url}?page=1").status_code == 200
    assert is_stored(f"{url}?p%61ge=1")
