from wagtail.models import Page
from wagtail.permissions import policy_registry


def may_tell(user, page):
    """Whether `user` may tell stakeholders of what is new on `page`: whoever may publish it. Where
    publishing takes signatures (core.models.SignedPage), telling takes none: the words are signed.
    """
    return page.permissions_for_user(user).can_set_view_restrictions()


def may_tell_of_some(user):
    """Whether there is any page of which `user` may tell."""
    return policy_registry.get_by_type(Page).user_has_any_permission(user, {"publish"})
