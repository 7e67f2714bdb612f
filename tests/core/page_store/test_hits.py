"""What a page from the store is like."""

import gzip

import brotli
import pytest
from django.test import Client

from tests.factories import make_blog, make_post, make_proposal


@pytest.fixture
def urls(home):
    proposal = make_proposal()
    return ["/", make_blog().url, make_post().url, proposal.url, f"{proposal.url}coverage/"]


def test_hit_costs_no_query_and_says_the_same(urls, django_assert_num_queries):
    for url in urls:
        made = Client().get(url)
        assert made.status_code == 200
        with django_assert_num_queries(0):
            kept = Client().get(url)
        assert kept.content == made.content
        # The number of the request is its own.
        assert {**kept.headers, "X-Request-ID": ""} == {**made.headers, "X-Request-ID": ""}


def test_each_encoding_holds_the_same_text(client, post):
    texts = set()
    for _ in ("made", "kept"):
        for name, decode in (("gzip", gzip.decompress), ("br", brotli.decompress)):
            response = client.get(post.url, headers={"Accept-Encoding": name})
            assert response["Content-Encoding"] == name
            assert response["Content-Length"] == str(len(response.content))
            texts.add(decode(response.content))
        response = client.get(post.url)
        assert "Content-Encoding" not in response
        texts.add(response.content)
    assert len(texts) == 1


def test_page_varies_on_encoding_alone_and_sets_no_cookie(client, urls):
    for url in urls:
        for _ in ("made", "kept"):
            response = client.get(url)
            assert response["Vary"] == "Accept-Encoding"
            assert not response.cookies


def test_public_page_may_be_shared_but_is_asked_for_each_time(client, urls, settings):
    for url in urls:
        directives = set(client.get(url)["Cache-Control"].split(", "))
        assert directives == {
            "public",
            "max-age=0",
            f"s-maxage={settings.SHARED_CACHE_SECONDS}",
            f"stale-while-revalidate={settings.STALE_WHILE_REVALIDATE_SECONDS}",
        }


def test_reader_who_has_the_page_gets_304(client, post):
    etag = client.get(post.url)["ETag"]
    for _ in ("made", "kept"):
        response = client.get(post.url, headers={"If-None-Match": etag})
        assert response.status_code == 304
        assert response.content == b""
        assert response["ETag"] == etag
        assert response["Vary"] == "Accept-Encoding"
    assert client.get(post.url, headers={"If-None-Match": '"another"'}).status_code == 200


def test_etag_changes_with_the_page(client, post, committed):
    before = client.get(post.url)["ETag"]
    with committed():
        post.introduction = "Other words."
        post.save_revision().publish()
    after = client.get(post.url, headers={"If-None-Match": before})
    assert after.status_code == 200
    assert after["ETag"] != before


def test_head_answers_as_get_does_without_the_body(client, post):
    for _ in ("made", "kept"):
        head = client.head(post.url)
        assert head.status_code == 200
        assert head.content == b""
        page = client.get(post.url)
        for name in ("ETag", "Cache-Control", "Content-Length", "Content-Type", "Vary"):
            assert head[name] == page[name]
