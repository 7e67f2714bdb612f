from django.conf import settings
from django.core.exceptions import PermissionDenied
from wagtail.models import AbstractGroupApprovalTask, TaskState


class PartnerApprovalTask(AbstractGroupApprovalTask):
    """One partner's signature. Nobody speaks for the other.

    Only members of the partner's group sign, superusers neither. Whoever belongs to both partners
    signs for one of them in each round, unless JOINT_SIGN_OFF_BY_ONE_PERSON allows both.
    """

    class Meta:
        verbose_name = "partner's signature"
        verbose_name_plural = "partners' signatures"

    def may_sign(self, workflow_state, user):
        if not self._user_in_groups(user):
            return False
        return not self.signed_for_another(user).filter(workflow_state=workflow_state).exists()

    def signed_for_another(self, user):
        """The signatures that bar this user from signing for this partner in the same round."""
        if settings.JOINT_SIGN_OFF_BY_ONE_PERSON:
            return TaskState.objects.none()
        return TaskState.objects.filter(status=TaskState.STATUS_APPROVED, finished_by=user).exclude(
            task_id=self.pk
        )

    def get_actions(self, obj, user):
        state = obj.current_workflow_state
        signs = state and self.may_sign(state, user)
        return [
            action for action in super().get_actions(obj, user) if signs or action[0] != "approve"
        ]

    def on_action(self, task_state, user, action_name, **kwargs):
        if action_name == "approve" and not self.may_sign(task_state.workflow_state, user):
            raise PermissionDenied("You can't sign for this partner.")
        latest = task_state.workflow_state.content_object.get_latest_revision()
        if latest.user_id == user.pk:
            # Who changes the text and signs, signs what they wrote.
            task_state.revision = latest
        return super().on_action(task_state, user, action_name, **kwargs)

    def get_task_states_user_can_moderate(self, user, **kwargs):
        if not self._user_in_groups(user):
            return TaskState.objects.none()
        return (
            super()
            .get_task_states_user_can_moderate(user, **kwargs)
            .exclude(workflow_state__in=self.signed_for_another(user).values("workflow_state"))
        )

    @classmethod
    def get_description(cls):
        return "Members of this partner's group can sign; a person signs for one partner only."
