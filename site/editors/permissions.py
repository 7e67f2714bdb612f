from wagtail.models import Page
from wagtail.permissions import policy_registry


def works_on_pages(user):
    """Whether this is somebody who writes or publishes; moderators are not."""
    policy = policy_registry.get_by_type(Page)
    return policy.user_has_any_permission(user, {"add", "change", "publish"})


def publishes(user):
    """Whether this is somebody who makes pages public, anywhere in the tree."""
    return policy_registry.get_by_type(Page).user_has_any_permission(user, {"publish"})
