"""Who manages stakeholders: those with one permission of its own."""

from django.core.exceptions import PermissionDenied
from wagtail.permission_policies.base import BasePermissionPolicy

PERMISSION = "stakeholders.manage_stakeholder"


def may_manage(user):
    return user.is_active and user.has_perm(PERMISSION)


class ReadByManagers(BasePermissionPolicy):
    """Stakeholders change what they chose themselves: those who manage them read it."""

    def user_has_permission(self, user, action):
        return action == "view" and may_manage(user)

    def user_has_any_permission(self, user, actions):
        return "view" in actions and may_manage(user)


class ForManagers:
    """For a view: nobody else gets in."""

    def dispatch(self, request, *args, **kwargs):
        if not may_manage(request.user):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)
