"""The site answers without its cache: slower, never wrongly."""

import pytest
from django.core.cache import cache

from core.page_store import tags

REDIS_AWAY = {
    "BACKEND": "django_redis.cache.RedisCache",
    "LOCATION": "redis://127.0.0.1:1/0",
    "OPTIONS": {"IGNORE_EXCEPTIONS": True, "SOCKET_CONNECT_TIMEOUT": 1, "SOCKET_TIMEOUT": 1},
}


@pytest.fixture(params=["redis", "files"])
def no_cache(request, settings, tmp_path):
    # No folder can lie below a file, whoever asks for it.
    (tmp_path / "full").touch()
    files = settings.CACHES["default"] | {
        "BACKEND": "core.file_cache.ForgivingFileCache",
        "LOCATION": tmp_path / "full" / "cache",
    }
    away = REDIS_AWAY if request.param == "redis" else files
    settings.CACHES = settings.CACHES | {"default": away}


def test_pages_are_answered_without_the_cache(post, no_cache, client, committed):
    assert client.get(post.url).status_code == 200
    with committed():
        post.introduction = "Other words."
        post.save_revision().publish()
    assert "Other words." in client.get(post.url).content.decode()


def test_token_of_a_cache_that_is_away_equals_no_other(no_cache):
    assert tags.tokens(["a-tag"]) != tags.tokens(["a-tag"])


def test_site_is_not_ready_without_the_cache(db, no_cache, client):
    response = client.get("/readyz")
    assert response.status_code == 503
    assert response.json() == {"database": "ok", "cache": "unreachable", "migrations": "ok"}
    assert client.get("/healthz").status_code == 200


def test_value_that_could_not_be_replaced_is_forgotten(settings, tmp_path, monkeypatch):
    settings.CACHES = {
        "default": {"BACKEND": "core.file_cache.ForgivingFileCache", "LOCATION": tmp_path}
    }
    cache.set("token", "old")

    def disk_full(*args, **kwargs):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("tempfile.mkstemp", disk_full)
    cache.set("token", "new")
    assert cache.get("token") is None
