"""What leads to the page on which an editor decides: after publishing or approving, from the page's
own menu, from lists."""

from django.urls import reverse
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.widgets import Button

from stakeholders.updates.kinds import KINDS, can_be_told_of

from .approval import ApprovedPageViewSet
from .offer import LABEL, offer_to_tell
from .permissions import may_tell, may_tell_of_some
from .urls import urlpatterns


@hooks.register("register_admin_urls")
def register_updates():
    return urlpatterns


class ComingMenuItem(MenuItem):
    def is_shown(self, request):
        return may_tell_of_some(request.user)


@hooks.register("register_admin_menu_item")
def lead_to_what_is_coming():
    return ComingMenuItem(
        "Coming updates", reverse("updates_coming"), icon_name="calendar-alt", order=138
    )


@hooks.register("register_admin_viewset")
def register_approval():
    return ApprovedPageViewSet()


hooks.register("after_publish_page", offer_to_tell)


@hooks.register("after_edit_page")
def offer_after_approval(request, page):
    # In the form of a page: Wagtail has no hook for approvals, and none of theirs is a publication.
    if "action-workflow-action" in request.POST:
        offer_to_tell(request, page)


@hooks.register("register_page_header_buttons")
@hooks.register("register_page_listing_more_buttons")
def button_of_page(page, user, **kwargs):
    if page.live and can_be_told_of(page.specific_class) and may_tell(user, page):
        yield Button(
            LABEL, reverse("updates_of_page", args=[page.pk]), icon_name="mail", priority=45
        )


@hooks.register("register_snippet_listing_buttons")
def buttons_of_snippet(snippet, user, next_url=None):
    # Whose page it is on, and whether readers find that, the view asks: here each row would.
    for kind in KINDS.values():
        if type(snippet) is kind.model and kind.is_out(snippet) and may_tell_of_some(user):
            yield Button(
                LABEL, reverse("tell", args=[kind.name, snippet.pk]), icon_name="mail", priority=45
            )
