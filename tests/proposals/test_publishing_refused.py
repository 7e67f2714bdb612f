"""A proposal is published with a benefit, a risk, a limitation and a safeguard, or not at all."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Workflow, WorkflowPage

from proposals.kinds import NEEDED
from proposals.models import ProposalPage, Statement
from tests.factories import block, complete_statements, make_post, make_proposal
from tests.proposals.forms import accepted, create, edit, refused, statement_errors
from tests.proposals.steps import live

SOON = (timezone.now() + timedelta(days=2)).strftime("%Y-%m-%d %H:%M")


def without(kind):
    return [block(other) for other in NEEDED if other != kind]


def bulk_publish(client, *pages, **fields):
    address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
    ids = "&".join(f"id={page.pk}" for page in pages)
    return client.post(f"{address}?{ids}", fields, follow=True)


def messages(response):
    return " ".join(str(message) for message in response.context["messages"])


@pytest.mark.parametrize("kind", NEEDED)
def test_form_says_which_kind_is_missing_on_the_statements_field(editor_client, index, kind):
    response = create(editor_client, without(kind))
    assert refused(response)
    assert list(response.context["form"].errors) == ["statements"]
    [words] = statement_errors(response)["messages"]
    assert words.startswith(f"There is no {kind.label.lower()} yet.")
    assert words in response.content.decode()
    assert not ProposalPage.objects.exists()


def test_form_names_each_kind_that_is_missing(editor_client, index):
    words = statement_errors(create(editor_client, [block("purpose")]))["messages"]
    assert [message.split(".")[0] for message in words] == [
        "There is no benefit yet",
        "There is no risk yet",
        "There is no limitation yet",
        "There is no safeguard yet",
    ]


def test_refused_form_comes_back_with_all_that_was_typed(editor_client, index):
    claim, summary = "Nobody is asked twice.", "A summary of one sentence."
    statements = [block("benefit", claim=claim, details="<p>Typed with care.</p>")]
    response = create(editor_client, statements, summary=summary)
    page = response.content.decode()
    assert refused(response)
    assert claim in page
    assert "Typed with care." in page
    assert summary in page


@pytest.mark.parametrize("kind", NEEDED)
def test_incomplete_proposal_is_saved_as_a_draft(editor_client, index, kind):
    assert accepted(create(editor_client, without(kind), "save"))
    draft = ProposalPage.objects.get()
    assert not draft.live
    assert len(draft.get_latest_revision_as_object().statements) == 3


def test_change_that_takes_out_the_only_risk_is_refused(editor_client, home):
    proposal = make_proposal()
    assert refused(edit(editor_client, proposal, without("risk")))
    assert live(proposal) == ["B1", "R1", "L1", "S1"]


def test_complete_proposal_is_published_by_its_form(editor_client, index):
    assert accepted(create(editor_client, complete_statements()))
    assert live(ProposalPage.objects.live().get()) == ["B1", "R1", "L1", "S1"]


def test_incomplete_proposal_can_not_be_put_on_a_date_to_come(editor_client, index):
    assert refused(create(editor_client, without("risk"), go_live_at=SOON))
    assert accepted(create(editor_client, complete_statements(), go_live_at=SOON))
    assert ProposalPage.objects.get().scheduled_revision


@pytest.mark.parametrize("kind", NEEDED)
def test_script_can_not_publish_an_incomplete_proposal(home, kind):
    proposal = make_proposal(live=False, statements=without(kind))
    with pytest.raises(ValidationError):
        proposal.save_revision().publish()
    assert not ProposalPage.objects.get().live
    assert not Statement.objects.exists()


@pytest.mark.parametrize(
    "gap",
    [
        {"statements": [*complete_statements(), block("benefit", claim="")]},
        {"statements": [*complete_statements(), block("safeguard", meets=["0" * 36])]},
        {"summary": ""},
        {"strand": None},
    ],
)
def test_gap_that_a_draft_may_have_is_not_published_by_a_script(home, gap):
    proposal = make_proposal(live=False, **gap)
    with pytest.raises(ValidationError):
        proposal.save_revision().publish()
    assert not ProposalPage.objects.get().live
    assert not Statement.objects.exists()


@pytest.mark.parametrize(
    "gap",
    [
        {"statements": without("limitation")},
        {"statements": [*complete_statements(), block("benefit", claim="")]},
        {"summary": ""},
    ],
)
def test_incomplete_proposal_is_not_published_with_many_others(editor_client, home, gap):
    complete = make_proposal("Complete", live=False)
    gappy = make_proposal("Full of gaps", live=False, **gap)
    response = bulk_publish(editor_client, complete, gappy)
    assert response.status_code == 200
    assert "“Full of gaps” was not published" in messages(response)
    assert not ProposalPage.objects.live().exists()


def test_incomplete_proposal_is_not_published_along_with_its_list(editor_client, home):
    gappy = make_proposal("Full of gaps", live=False, statements=without("risk"))
    index = gappy.get_parent()
    response = bulk_publish(editor_client, index, include_descendants="on")
    assert "“Full of gaps” was not published" in messages(response)
    assert not ProposalPage.objects.live().exists()


def test_complete_proposals_are_published_many_at_once(editor_client, home):
    pages = [make_proposal(title, live=False) for title in ("One", "Two")]
    post = make_post(live=False)
    bulk_publish(editor_client, *pages, post)
    assert {page.title for page in ProposalPage.objects.live()} == {"One", "Two"}
    assert Statement.objects.live().count() == 8


def test_incomplete_draft_of_a_live_proposal_is_not_published_with_many(editor_client, home):
    proposal = make_proposal()
    proposal.statements = without("risk")
    proposal.save_revision()
    assert "was not published" in messages(bulk_publish(editor_client, proposal))
    assert live(proposal) == ["B1", "R1", "L1", "S1"]


@pytest.fixture
def workflow(index):
    """The workflow that Wagtail starts with, for all proposals."""
    workflow = Workflow.objects.first()
    WorkflowPage.objects.update_or_create(page=index, defaults={"workflow": workflow})
    return workflow


def test_incomplete_proposal_is_not_submitted_for_moderation(editor_client, workflow):
    assert refused(create(editor_client, without("risk"), "submit"))
    assert not ProposalPage.objects.exists()


def test_complete_proposal_is_submitted_for_moderation(editor_client, workflow):
    assert accepted(create(editor_client, complete_statements(), "submit"))
    assert ProposalPage.objects.get().current_workflow_state


def approve(client, proposal):
    """Approve the task that waits now, from a list of pages rather than from the form."""
    waiting = ProposalPage.objects.get(pk=proposal.pk).current_workflow_task_state
    names = [proposal.pk, "approve", waiting.pk]
    address = reverse("wagtailadmin_pages:workflow_action", args=names)
    return client.post(address, {"comment": ""}, follow=True)


def test_proposal_that_lost_its_risk_in_moderation_is_not_approved(editor_client, workflow):
    create(editor_client, complete_statements(), "submit")
    proposal = ProposalPage.objects.get()
    assert accepted(edit(editor_client, proposal, without("risk"), "save"))
    response = approve(editor_client, proposal)
    assert response.status_code == 200
    assert "was not published: it is not complete" in messages(response)
    assert not ProposalPage.objects.get().live


def test_complete_proposal_is_published_when_its_moderation_ends(editor_client, workflow):
    create(editor_client, complete_statements(), "submit")
    for _ in workflow.tasks:
        approve(editor_client, ProposalPage.objects.get())
    assert live(ProposalPage.objects.live().get()) == ["B1", "R1", "L1", "S1"]
