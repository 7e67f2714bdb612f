"""Who gets in where Wagtail's own permissions say too little: told by a function of the user."""

from django.core.exceptions import PermissionDenied
from wagtail.permission_policies.base import BasePermissionPolicy


class ReadOnly(BasePermissionPolicy):
    """Rows that only the site itself or our own views write: those for whom `may_read` holds read
    them, nobody types or deletes them."""

    def __init__(self, model, may_read):
        super().__init__(model)
        self.may_read = may_read

    def user_has_permission(self, user, action):
        return action == "view" and self.may_read(user)

    def user_has_any_permission(self, user, actions):
        return "view" in actions and self.may_read(user)


class OnlyFor:
    """For a view: nobody gets in but those for whom `may_enter` holds."""

    may_enter = None

    def dispatch(self, request, *args, **kwargs):
        if not self.may_enter(request.user):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)
