from wagtail.models import Page
from wagtail.permission_policies.base import BasePermissionPolicy
from wagtail.permissions import policy_registry


def works_on_pages(user):
    """Whether this is somebody who writes or publishes; moderators are not."""
    policy = policy_registry.get_by_type(Page)
    return policy.user_has_any_permission(user, {"add", "change", "publish"})


class ReadByEditors(BasePermissionPolicy):
    """Rows that publication writes: editors read them, nobody types them."""

    def user_has_permission(self, user, action):
        return action == "view" and works_on_pages(user)

    def user_has_any_permission(self, user, actions):
        return "view" in actions and works_on_pages(user)
