"""Who may publish: publishers any page but a proposal, superusers all."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse
from django.utils import timezone
from wagtail.models import PageLogEntry

from blog.models import BlogPage
from proposals.models import ProposalPage
from tests.editors.conftest import ROLES
from tests.editors.steps import is_public
from tests.factories import complete_statements, make_post, make_proposal
from tests.proposals.forms import create, edit

PUBLISHERS = ("policy", "civil", "both", "superuser")
PEOPLE = [role for role in ROLES if role != "anonymous"]


def bulk_publish(client, page, **fields):
    address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
    return client.post(f"{address}?id={page.pk}", fields)


@pytest.mark.parametrize("role", ROLES)
def test_publishers_alone_publish_a_post(clients, role):
    post = make_post(live=False)
    bulk_publish(clients[role], post)
    assert BlogPage.objects.get().live == (role in PUBLISHERS)


@pytest.mark.parametrize("role", ROLES)
def test_nobody_but_a_superuser_publishes_a_proposal_in_its_form(clients, role):
    proposal = make_proposal(live=False)
    edit(clients[role], proposal, complete_statements())
    assert is_public(proposal) == (role == "superuser")


@pytest.mark.parametrize("role", ROLES)
def test_nobody_but_a_superuser_publishes_a_new_proposal_at_once(clients, index, role):
    create(clients[role], complete_statements())
    live = ProposalPage.objects.live().exists()
    assert live == (role == "superuser")


@pytest.mark.parametrize("role", ROLES)
def test_nobody_but_a_superuser_publishes_a_proposal_with_many(clients, role):
    proposal = make_proposal(live=False)
    bulk_publish(clients[role], proposal)
    assert is_public(proposal) == (role == "superuser")


@pytest.mark.parametrize("role", ROLES)
def test_nobody_but_a_superuser_publishes_a_proposal_along_with_its_list(clients, role):
    proposal = make_proposal(live=False)
    bulk_publish(clients[role], proposal.get_parent(), include_descendants="on")
    assert is_public(proposal) == (role == "superuser")


@pytest.mark.parametrize("role", ROLES)
def test_nobody_but_a_superuser_copies_a_public_proposal_as_public(clients, role):
    proposal = make_proposal()
    clients[role].post(
        reverse("wagtailadmin_pages:copy", args=[proposal.pk]),
        {
            "new_title": "A copy",
            "new_slug": "a-copy",
            "new_parent_page": proposal.get_parent().pk,
            "publish_copies": "on",
        },
    )
    copies = ProposalPage.objects.filter(slug="a-copy", live=True)
    assert copies.exists() == (role == "superuser")


@pytest.mark.parametrize("role", ROLES)
def test_nobody_but_a_superuser_sets_a_proposal_on_a_date_to_come(clients, role):
    proposal = make_proposal(live=False)
    soon = (timezone.now() + timedelta(days=2)).strftime("%Y-%m-%d %H:%M")
    edit(clients[role], proposal, complete_statements(), go_live_at=soon)
    scheduled = ProposalPage.objects.get(pk=proposal.pk).scheduled_revision
    assert bool(scheduled) == (role == "superuser")


@pytest.mark.parametrize("role", [role for role in PEOPLE if role != "superuser"])
def test_the_model_itself_refuses_what_a_view_might_forget(people, role):
    proposal = make_proposal(live=False)
    revision = proposal.save_revision()
    with pytest.raises(PermissionDenied):
        revision.publish(user=people[role], skip_permission_checks=True)
    assert not is_public(proposal)


def test_history_says_that_a_superuser_published_without_signatures(clients):
    proposal = make_proposal(live=False)
    edit(clients["superuser"], proposal, complete_statements())
    entry = PageLogEntry.objects.get(action="editors.publish_unsigned", page=proposal.pk)
    assert entry.user.username == "superuser"
    history = clients["policy"].get(reverse("wagtailadmin_pages:history", args=[proposal.pk]))
    assert "Published without joint sign-off" in history.content.decode()


@pytest.mark.parametrize("role", ROLES)
def test_publishers_take_a_proposal_down(clients, role):
    proposal = make_proposal()
    clients[role].post(reverse("wagtailadmin_pages:unpublish", args=[proposal.pk]))
    assert is_public(proposal) == (role not in PUBLISHERS)


def test_a_command_publishes_without_signatures(home):
    proposal = make_proposal(live=False)
    proposal.save_revision().publish()
    assert is_public(proposal)
    assert not PageLogEntry.objects.filter(action="editors.publish_unsigned").exists()
