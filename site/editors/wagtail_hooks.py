from django.templatetags.static import static
from django.urls import path, reverse
from django.utils.html import format_html
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.views.home import (
    UserObjectsInWorkflowModerationPanel,
    WorkflowObjectsToModeratePanel,
)
from wagtail.permissions import register_permission_policy
from wagtail.snippets.models import register_snippet

from core.permissions import ReadOnly
from mailing.models import Delivery, Notification
from proposals.models import Statement

from .content_checks import use_our_content_checker
from .dashboard import ProposalsPanel, WaitingPanel
from .guide import guide, picture
from .listings.mail import MailListing
from .listings.mailings import MailingListing
from .listings.names import NamesGroup
from .listings.proposals import ProposalListing
from .listings.statements import StatementListing
from .permissions import publishes, works_on_pages
from .personal_data import PersonViewSet
from .sign_in import admin  # noqa: F401

register_permission_policy(Statement, ReadOnly(Statement, works_on_pages))
register_permission_policy(Delivery, ReadOnly(Delivery, publishes))
register_permission_policy(Notification, ReadOnly(Notification, publishes))
register_snippet(NamesGroup)

hooks.register("construct_wagtail_userbar", use_our_content_checker)

# Items of Wagtail's help menu that lead to its own site.
ADVERTISING = ("whats-new-in-wagtail", "editor-guide")
MAY_SEE = {
    "proposals": works_on_pages,
    "statements": works_on_pages,
    "mailings": publishes,
    "single-mails": publishes,
}


@hooks.register("register_admin_viewset")
def register_listings():
    return [ProposalListing(), StatementListing(), MailingListing(), MailListing(), PersonViewSet()]


@hooks.register("construct_homepage_panels")
def put_our_panels_first(request, panels):
    """Ours say of everything in a workflow whom it waits for, in a constant number of queries."""
    replaced = (WorkflowObjectsToModeratePanel, UserObjectsInWorkflowModerationPanel)
    panels[:] = [panel for panel in panels if not isinstance(panel, replaced)]
    panels += [WaitingPanel(request), ProposalsPanel(request)]


@hooks.register("construct_help_menu")
def leave_out_advertising(request, items):
    items[:] = [item for item in items if not item.name.startswith(ADVERTISING)]


@hooks.register("register_admin_urls")
def register_guide():
    return [
        path("guide/", guide, name="guide"),
        path("guide/pictures/<str:name>", picture, name="guide_picture"),
    ]


@hooks.register("register_help_menu_item")
def lead_to_the_guide():
    return MenuItem("Editors’ guide", reverse("guide"), name="guide", icon_name="help", order=100)


@hooks.register("construct_settings_menu")
def show_personal_data_to_administrators_alone(request, items):
    if not request.user.is_superuser:
        items[:] = [item for item in items if item.name != "personal-data"]


@hooks.register("construct_main_menu")
def show_listings_to_those_they_are_for(request, items):
    items[:] = [
        item for item in items if item.name not in MAY_SEE or MAY_SEE[item.name](request.user)
    ]


@hooks.register("register_log_actions")
def name_our_actions(actions):
    actions.register_action(
        "editors.publish_unsigned", "Publish without sign-off", "Published without joint sign-off"
    )
    actions.register_action(
        "editors.erase_person", "Erase personal data", "Erased what was held under an address"
    )


@hooks.register("insert_editor_js")
def count_characters():
    return format_html('<script src="{}"></script>', static("editors/character-count.js"))
