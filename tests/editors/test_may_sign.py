"""Joint sign-off: each partner signs for itself, and both before anything is public."""

import pytest
from django.core import mail
from django.core.exceptions import PermissionDenied
from django.urls import reverse
from wagtail.models import PageLogEntry, Workflow

from blog.models import BlogPage
from editors.sign_off import joint_sign_off, waiting
from proposals.models import ProposalPage, Statement
from tests.editors.conftest import ROLES
from tests.editors.steps import is_public, sign, submit, waits_for
from tests.factories import complete_statements, make_post, make_proposal
from tests.proposals.forms import edit

POLICY_TASK = "Signature of the policy team"
CIVIL_TASK = "Signature of the civil society partner"


@pytest.fixture
def proposal(people):
    page = make_proposal(live=False)
    submit(page, people["editor"])
    return page


def test_proposals_stand_under_the_joint_sign_off(proposal):
    assert proposal.get_workflow() == joint_sign_off()
    assert waits_for(proposal) == POLICY_TASK


def test_posts_are_approved_by_one_publisher(people, clients):
    post = make_post(live=False)
    assert post.get_workflow() == Workflow.objects.get(name="Approval by a publisher")
    post.save_revision(user=people["editor"])
    post.get_workflow().start(post, people["editor"])
    state = BlogPage.objects.get().current_workflow_task_state
    clients["civil"].post(
        reverse("wagtailadmin_pages:workflow_action", args=[post.pk, "approve", state.pk]),
        {"comment": ""},
    )
    assert BlogPage.objects.get().live


@pytest.mark.parametrize("role", ROLES)
def test_the_policy_team_alone_signs_first(clients, proposal, role):
    sign(clients[role], proposal)
    assert (waits_for(proposal) == CIVIL_TASK) == (role in ("policy", "both"))
    assert not is_public(proposal)


@pytest.mark.parametrize("role", ROLES)
def test_the_civil_society_partner_alone_signs_second(clients, proposal, role):
    sign(clients["policy"], proposal)
    sign(clients[role], proposal)
    assert is_public(proposal) == (role in ("civil", "both"))


def test_two_signatures_make_a_proposal_public(clients, proposal):
    sign(clients["policy"], proposal)
    assert not Statement.objects.exists()
    sign(clients["civil"], proposal)
    assert is_public(proposal)
    assert Statement.objects.live().count() == 4
    assert not PageLogEntry.objects.filter(action="editors.publish_unsigned").exists()


def test_who_belongs_to_both_signs_for_one_partner(clients, people, proposal):
    sign(clients["both"], proposal)
    assert waits_for(proposal) == CIVIL_TASK
    sign(clients["both"], proposal)
    assert not is_public(proposal)
    page = ProposalPage.objects.get(pk=proposal.pk)
    task_state = page.current_workflow_task_state
    with pytest.raises(PermissionDenied):
        task_state.task.specific.on_action(task_state, people["both"], "approve")
    sign(clients["civil"], proposal)
    assert is_public(proposal)


def test_one_person_may_sign_for_both_where_the_site_allows_it(clients, proposal, settings):
    settings.JOINT_SIGN_OFF_BY_ONE_PERSON = True
    sign(clients["both"], proposal)
    sign(clients["both"], proposal)
    assert is_public(proposal)


def test_an_edit_after_a_signature_asks_for_it_again(clients, proposal):
    sign(clients["policy"], proposal)
    edit(clients["civil"], proposal, complete_statements(), "save", summary="Other words.")
    sign(clients["civil"], proposal)
    assert waits_for(proposal) == POLICY_TASK
    assert not is_public(proposal)
    sign(clients["policy"], proposal)
    assert is_public(proposal)
    assert ProposalPage.objects.get().summary == "Other words."


def test_who_changes_the_text_and_signs_it_is_not_asked_twice(clients, proposal):
    edit(clients["policy"], proposal, complete_statements(), "save", summary="Other words.")
    sign(clients["policy"], proposal)
    assert waits_for(proposal) == CIVIL_TASK


def test_a_form_sent_back_as_it_came_is_no_edit(people, home):
    proposal = make_proposal(live=False)
    for page in (proposal, make_post(live=False)):
        form_class = page.get_edit_handler().get_form_class()
        form = form_class(data={}, instance=page, for_user=people["editor"])
        assert not [name for name, field in form.fields.items() if field.show_hidden_initial]


def test_a_text_that_somebody_else_changed_meanwhile_is_not_signed_unseen(clients, proposal):
    edit(clients["superuser"], proposal, complete_statements(), "save", summary="Slipped in.")
    sign(clients["policy"], proposal)
    assert waits_for(proposal) == POLICY_TASK


def test_the_text_that_was_signed_is_not_written_over(clients, people, proposal):
    page = ProposalPage.objects.get(pk=proposal.pk)
    signed = page.save_revision(user=people["civil"])
    page.current_workflow_state.cancel()
    page.get_workflow().start(page, people["civil"])
    sign(clients["policy"], proposal)
    page.summary = "Slipped in."
    later = page.save_revision(user=people["civil"], overwrite_revision=signed)
    assert later != signed
    signed.refresh_from_db()
    assert signed.content["summary"] != "Slipped in."


@pytest.mark.parametrize("role", ["editor", "civil"])
def test_while_it_waits_for_one_partner_nobody_else_edits(clients, proposal, role):
    edit(clients[role], proposal, complete_statements(), "save", summary="Slipped in.")
    page = ProposalPage.objects.get(pk=proposal.pk)
    assert page.get_latest_revision_as_object().summary != "Slipped in."


def test_a_partner_sends_a_proposal_back(clients, people, proposal):
    sign(clients["policy"], proposal, "reject")
    page = ProposalPage.objects.get(pk=proposal.pk)
    assert page.current_workflow_state.status == "needs_changes"
    [one] = waiting(people["editor"])
    assert one.whom == "Changes by editor"
    assert one.is_yours


def test_mail_reaches_those_who_sign_next_and_the_writer_at_the_end(clients, people):
    mail.outbox.clear()
    page = make_proposal(live=False)
    submit(page, people["editor"])

    def reached():
        found = {address for message in mail.outbox for address in message.to}
        mail.outbox.clear()
        return found - {"superuser@example.org"}

    assert reached() == {"policy@example.org", "both@example.org"}
    sign(clients["policy"], page)
    assert reached() == {"civil@example.org", "both@example.org"}
    sign(clients["civil"], page)
    assert "editor@example.org" in reached()


def test_mails_leave_out_people_whose_account_is_closed(people):
    people["policy"].is_active = False
    people["policy"].save()
    mail.outbox.clear()
    submit(make_proposal(live=False), people["editor"])
    assert "policy@example.org" not in {to for message in mail.outbox for to in message.to}
