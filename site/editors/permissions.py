from wagtail.models import Page
from wagtail.permission_policies.base import BasePermissionPolicy
from wagtail.permissions import policy_registry


def works_on_pages(user):
    """Whether this is somebody who writes or publishes; moderators are not."""
    policy = policy_registry.get_by_type(Page)
    return policy.user_has_any_permission(user, {"add", "change", "publish"})


def publishes(user):
    """Whether this is somebody who makes pages public, anywhere in the tree."""
    return policy_registry.get_by_type(Page).user_has_any_permission(user, {"publish"})


class ReadOnly(BasePermissionPolicy):
    """Rows that the site itself writes: those for whom `may_read` holds read them, nobody types
    them."""

    def __init__(self, model, may_read):
        super().__init__(model)
        self.may_read = may_read

    def user_has_permission(self, user, action):
        return action == "view" and self.may_read(user)

    def user_has_any_permission(self, user, actions):
        return "view" in actions and self.may_read(user)
