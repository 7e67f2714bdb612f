"""A page that people have commented on is not deleted, whatever the way."""

import pytest
from django.db.models import ProtectedError
from django.urls import reverse
from wagtail.models import Page

from discussion.models import PublicComment
from tests.factories import make_blog, make_comment, make_post

WORDS = "can't be deleted: people have commented on it"


def delete(client, page):
    address = reverse("wagtailadmin_pages:delete", args=[page.pk])
    return client.post(address, {"confirm_site_name": "Data sharing in government"}, follow=True)


def bulk_delete(client, *pages):
    address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "delete"])
    ids = "&".join(f"id={page.pk}" for page in pages)
    return client.post(f"{address}?{ids}&next=/admin/", follow=True)


def messages(response):
    return " ".join(str(message) for message in response.context["messages"])


@pytest.mark.parametrize("way", [delete, bulk_delete])
@pytest.mark.parametrize("state", ["published", "pending", "rejected"])
def test_page_with_a_comment_is_kept(editor_client, post, way, state):
    make_comment(post, state=state)
    assert f"“The post” {WORDS}" in messages(way(editor_client, post))
    assert Page.objects.filter(pk=post.pk).exists()


@pytest.mark.parametrize("way", [delete, bulk_delete])
def test_page_above_one_with_a_comment_is_kept(editor_client, post, way):
    make_comment(post)
    assert f"“Blog” {WORDS}" in messages(way(editor_client, make_blog()))
    assert PublicComment.objects.exists()


@pytest.mark.parametrize("way", [delete, bulk_delete])
def test_page_without_comments_is_deleted(editor_client, post, way):
    make_comment(make_post("Another"))
    way(editor_client, post)
    assert not Page.objects.filter(pk=post.pk).exists()


def test_database_keeps_it_where_nobody_asks(post):
    make_comment(post)
    with pytest.raises(ProtectedError):
        post.delete()
    assert PublicComment.objects.exists()
