"""Who moderates: those with one permission of its own, which gives nothing else."""

from django.core.exceptions import PermissionDenied
from wagtail.permission_policies.base import BasePermissionPolicy

PERMISSION = "discussion.moderate_publiccomment"


def may_moderate(user):
    return user.is_active and user.has_perm(PERMISSION)


class ReadByModerators(BasePermissionPolicy):
    """Rows that only our own views change: moderators see them, nobody types or deletes them."""

    def user_has_permission(self, user, action):
        return action == "view" and may_moderate(user)

    def user_has_any_permission(self, user, actions):
        return "view" in actions and may_moderate(user)


class ForModerators:
    """For a view: nobody else gets in."""

    def dispatch(self, request, *args, **kwargs):
        if not may_moderate(request.user):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)
