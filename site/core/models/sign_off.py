from django.core.exceptions import PermissionDenied
from wagtail.models import PagePermissionTester, TaskState, WorkflowState


class ListPermissions(PagePermissionTester):
    """Publishing a new page in one go is asked of the page above it."""

    def can_publish_subpage(self):
        return self.user.is_superuser and super().can_publish_subpage()


class SignedPermissions(ListPermissions):
    """Whoever may publish elsewhere may take down, hide or put off a signed page. Making it public
    takes its workflow, or a superuser."""

    def can_publish(self):
        return self.user.is_superuser and super().can_publish()

    def can_set_view_restrictions(self):
        return super().can_publish()

    def can_unschedule(self):
        return super().can_publish()


class ListOfSignedPages:
    """For a page below which every page is a SignedPage."""

    def permissions_for_user(self, user):
        return ListPermissions(user, self)


class SignedPage:
    """For a page that goes public only when everybody whom its workflow asks has signed this text.

    Superusers may publish without. What no person does (a command, the arrival of a date that was
    signed with the text) is not asked.
    """

    def permissions_for_user(self, user):
        return SignedPermissions(user, self)

    def save_revision(self, *args, overwrite_revision=None, **kwargs):
        # What was put before somebody to sign stays as they saw it.
        if overwrite_revision and overwrite_revision.task_states.exists():
            overwrite_revision = None
        return super().save_revision(*args, overwrite_revision=overwrite_revision, **kwargs)

    def publish(self, revision, user=None, *, skip_permission_checks=False, **kwargs):
        if user and not user.is_superuser and not self.is_signed(revision):
            raise PermissionDenied("This page is published when all partners have signed it.")
        # The signatures are what allows it: who gives the last one need not be a publisher.
        return super().publish(revision, user=user, skip_permission_checks=True, **kwargs)

    def is_signed(self, revision):
        """Whether all tasks of this page's workflow were approved for exactly this text."""
        workflow = self.get_workflow()
        wanted = set(workflow.tasks.values_list("pk", flat=True)) if workflow else set()
        signed = TaskState.objects.filter(
            revision=revision,
            status=TaskState.STATUS_APPROVED,
            workflow_state__workflow=workflow,
            workflow_state__status=WorkflowState.STATUS_APPROVED,
        )
        return bool(wanted) and wanted <= set(signed.values_list("task_id", flat=True))
