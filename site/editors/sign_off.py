"""What waits for whom before it is public."""

from dataclasses import dataclass

from wagtail.models import Page, TaskState, Workflow, WorkflowState

NAME = "Joint sign-off"


def joint_sign_off():
    return Workflow.objects.filter(name=NAME, active=True).first()


@dataclass
class Waiting:
    """A page that waits: `whom` in words, `is_yours` if the reader of this can act on it."""

    page: Page
    whom: str
    since: object
    is_yours: bool


def waiting(user):
    """Every page in a workflow, what waits for `user` first, then the longest wait."""
    states = list(
        WorkflowState.objects.active()
        .select_related("current_task_state__task", "requested_by")
        .order_by("current_task_state__started_at")
    )
    pages = Page.objects.in_bulk([int(state.object_id) for state in states])
    yours = set(TaskState.objects.reviewable_by(user).values_list("pk", flat=True))
    found = [
        describe(state, pages[int(state.object_id)], user, yours)
        for state in states
        if int(state.object_id) in pages
    ]
    return sorted(found, key=lambda one: not one.is_yours)


def describe(state, page, user, yours):
    task_state = state.current_task_state
    if state.status == WorkflowState.STATUS_NEEDS_CHANGES:
        whom = f"Changes by {state.requested_by or 'its writer'}"
        return Waiting(page, whom, task_state.finished_at, state.requested_by == user)
    return Waiting(page, task_state.task.name, task_state.started_at, task_state.pk in yours)
