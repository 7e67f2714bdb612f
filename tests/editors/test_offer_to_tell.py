"""Whoever publishes is offered to tell subscribers, whether alone or with the last signature."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import Group
from django.urls import reverse
from django.utils import timezone

from blog.models import BlogPage
from editors.sign_off import joint_sign_off
from proposals.models import ProposalPage
from stakeholders.updates.kinds import news_of
from stakeholders.updates.telling import keep_quiet, prepare
from tests.editors.steps import is_public, sign, submit
from tests.factories import complete_statements, make_post, make_proposal, publish_proposal
from tests.proposals.forms import edit

IN_A_WINDOW = {"headers": {"X-Requested-With": "XMLHttpRequest"}}


@pytest.fixture
def proposal(people):
    """A proposal that waits for its two signatures."""
    page = make_proposal(live=False)
    submit(page, people["editor"])
    return page


@pytest.fixture
def post(people):
    """A post that waits for the approval of a publisher."""
    page = make_post(live=False)
    submit(page, people["editor"])
    return page


def offered(client, page):
    """Whether the next page that this person sees offers to tell of `page`, and none after it."""
    home, address = reverse("wagtailadmin_home"), reverse("updates_of_page", args=[page.pk])
    first, second = [address in client.get(home).content.decode() for _ in range(2)]
    return first and not second


def test_who_publishes_alone_is_offered_to_tell(clients, home):
    proposal = make_proposal(live=False)
    edit(clients["superuser"], proposal, complete_statements())
    assert offered(clients["superuser"], proposal)


def test_who_gives_the_last_signature_is_offered_to_tell(clients, proposal):
    sign(clients["policy"], proposal)
    assert not offered(clients["policy"], proposal)
    sign(clients["civil"], proposal)
    assert is_public(proposal)
    assert offered(clients["civil"], proposal)
    assert not offered(clients["policy"], proposal)


def test_who_signs_last_in_the_form_of_a_page_is_offered_to_tell(clients, proposal):
    joint_sign_off().workflow_tasks.last().delete()
    edit(clients["policy"], proposal, complete_statements(), "approve")
    assert is_public(proposal)
    assert offered(clients["policy"], proposal)


def test_who_signs_a_change_last_is_offered_to_tell(clients, people):
    today = timezone.localdate()
    proposal = publish_proposal(opens=today, closes=today)
    [opened] = news_of(proposal)
    keep_quiet(opened, people["policy"])
    submit(proposal, people["editor"])
    sign(clients["policy"], proposal)
    sign(clients["civil"], proposal)
    assert offered(clients["civil"], proposal)


@pytest.mark.parametrize("make", [publish_proposal, make_post])
def test_who_sends_a_change_back_is_offered_nothing(clients, people, make):
    page = make()
    submit(page, people["editor"])
    sign(clients["policy"], page, "reject")
    assert not offered(clients["policy"], page)


@pytest.mark.parametrize("role", ["policy", "civil", "superuser"])
@pytest.mark.parametrize("how", [{}, IN_A_WINDOW])
def test_who_approves_a_post_is_offered_to_tell(clients, post, role, how):
    sign(clients[role], post, **how)
    assert is_public(post)
    assert offered(clients[role], post)


def test_who_signs_last_and_may_not_tell_is_offered_nothing(clients, proposal):
    for task in proposal.get_workflow().tasks.all():
        task.specific.groups.add(Group.objects.get(name="Editors"))
    sign(clients["policy"], proposal)
    sign(clients["editor"], proposal)
    assert is_public(proposal)
    assert not offered(clients["editor"], proposal)


def test_what_editors_decided_before_is_not_offered(clients, people):
    post = make_post()
    keep_quiet(news_of(post)[0], people["policy"])
    submit(post, people["editor"])
    sign(clients["policy"], post)
    assert BlogPage.objects.get().has_unpublished_changes is False
    assert not offered(clients["policy"], post)


def test_what_is_only_prepared_is_offered(clients, people):
    post = make_post()
    prepare(news_of(post)[0], "My words.", people["policy"])
    submit(post, people["editor"])
    sign(clients["policy"], post)
    assert offered(clients["policy"], post)


@pytest.mark.parametrize("live", [True, False])
def test_what_is_signed_for_a_date_to_come_is_not_offered_yet(clients, people, live):
    proposal = publish_proposal(live=live)
    proposal.go_live_at = timezone.now() + timedelta(days=3)
    proposal.save_revision(user=people["editor"])
    proposal.get_workflow().start(proposal, people["editor"])
    sign(clients["policy"], proposal)
    sign(clients["civil"], proposal)
    assert ProposalPage.objects.get().scheduled_revision
    assert not offered(clients["civil"], proposal)


def test_page_of_which_nothing_is_told_is_approved_without_an_offer(clients, people, home):
    submit(home, people["editor"])
    sign(clients["policy"], home)
    assert not type(home).objects.get().has_unpublished_changes
    assert not offered(clients["policy"], home)
