"""What people do with a page in the admin."""

from django.urls import reverse

from proposals.models import ProposalPage


def submit(page, person):
    """Ask for the signatures or the approval that the page needs."""
    page = type(page).objects.get(pk=page.pk)
    page.save_revision(user=person)
    return page.get_workflow().start(page, person)


def sign(client, page, action="approve", **how):
    """Approve the task that the page is at, as the buttons in the admin do."""
    page = type(page).objects.get(pk=page.pk)
    address = reverse(
        "wagtailadmin_pages:workflow_action",
        args=[page.pk, action, page.current_workflow_task_state.pk],
    )
    return client.post(address, {"comment": ""}, **how)


def is_public(page):
    return type(page).objects.get(pk=page.pk).live


def waits_for(page):
    """The name of the task that the page is at."""
    task = ProposalPage.objects.get(pk=page.pk).current_workflow_task
    return task and task.name
