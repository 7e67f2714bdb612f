"""What people have said about a published statement is never lost with its page."""

import pytest
from django.urls import reverse
from wagtail.models import Page

from proposals.models import ProposalPage, Statement
from tests.factories import make_blog, make_post, make_proposal, make_strand


def delete(client, page):
    address = reverse("wagtailadmin_pages:delete", args=[page.pk])
    # Wagtail asks for the site's name before it deletes many pages at once.
    return client.post(address, {"confirm_site_name": "Data sharing in government"}, follow=True)


def bulk_delete(client, *pages):
    address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "delete"])
    ids = "&".join(f"id={page.pk}" for page in pages)
    return client.post(f"{address}?{ids}&next=/admin/", follow=True)


def messages(response):
    assert response.status_code == 200
    return " ".join(str(message) for message in response.context["messages"])


WAYS = [delete, bulk_delete]
REFUSED = "can't be deleted: statements on it were published"


@pytest.fixture
def nothing_lost(db):
    """Everything is still there when the test has ended."""
    yield
    assert ProposalPage.objects.count() == 1
    assert Statement.objects.count() == 4


@pytest.mark.usefixtures("home", "nothing_lost")
class TestRefused:
    @pytest.mark.parametrize("way", WAYS)
    def test_published_proposal_is_not_deleted(self, editor_client, way):
        assert f"“A proposal” {REFUSED}" in messages(way(editor_client, make_proposal()))

    @pytest.mark.parametrize("way", WAYS)
    def test_proposal_published_once_is_not_deleted(self, editor_client, way):
        proposal = make_proposal()
        proposal.unpublish()
        assert REFUSED in messages(way(editor_client, proposal))

    @pytest.mark.parametrize("way", WAYS)
    def test_list_of_a_published_proposal_is_not_deleted(self, editor_client, way):
        index = make_proposal().get_parent()
        assert f"“Current proposals” {REFUSED}" in messages(way(editor_client, index))

    @pytest.mark.parametrize("way", WAYS)
    def test_home_of_a_published_proposal_is_not_deleted(self, editor_client, way, home):
        make_proposal()
        assert REFUSED in messages(way(editor_client, home))

    def test_editor_is_told_before_being_asked_to_confirm(self, editor_client):
        address = reverse("wagtailadmin_pages:delete", args=[make_proposal().pk])
        assert REFUSED in messages(editor_client.get(address, follow=True))

    def test_others_are_not_deleted_with_a_published_proposal(self, editor_client):
        post = make_post()
        assert REFUSED in messages(bulk_delete(editor_client, post, make_proposal()))
        assert Page.objects.filter(pk=post.pk).exists()


@pytest.mark.parametrize("way", WAYS)
def test_draft_that_was_never_published_is_deleted(editor_client, home, way):
    draft = make_proposal(live=False)
    assert "deleted" in messages(way(editor_client, draft))
    assert not ProposalPage.objects.exists()


@pytest.mark.parametrize("way", WAYS)
def test_list_of_drafts_alone_is_deleted(editor_client, home, way):
    index = make_proposal(live=False).get_parent()
    assert "deleted" in messages(way(editor_client, index))
    assert not ProposalPage.objects.exists()


@pytest.mark.parametrize("way", WAYS)
def test_other_pages_are_deleted_as_ever(editor_client, home, way):
    make_proposal()
    post = make_post()
    assert "deleted" in messages(way(editor_client, post))
    assert "deleted" in messages(way(editor_client, make_blog()))
    assert ProposalPage.objects.exists()


def test_snippets_are_deleted_many_at_once_as_ever(editor_client, home):
    make_proposal()
    unused = make_strand("Unused", "unused")
    address = reverse("wagtail_bulk_action", args=["core", "strand", "delete"])
    editor_client.post(f"{address}?id={unused.pk}")
    assert not type(unused).objects.filter(pk=unused.pk).exists()
