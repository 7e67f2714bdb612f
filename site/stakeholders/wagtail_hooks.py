from wagtail import hooks
from wagtail.permissions import register_permission_policy

from core.permissions import ReadOnly

from .admin.permissions import may_manage
from .admin.viewset import StakeholderViewSet
from .models import Stakeholder
from .updates.admin import hooks as updates_hooks  # noqa: F401

register_permission_policy(Stakeholder, ReadOnly(Stakeholder, may_manage))


@hooks.register("register_admin_viewset")
def register_stakeholders():
    return StakeholderViewSet()


@hooks.register("construct_main_menu")
def show_stakeholders_to_those_who_manage_them(request, items):
    if not may_manage(request.user):
        items[:] = [item for item in items if item.name != "stakeholders"]


@hooks.register("register_log_actions")
def name_our_actions(actions):
    actions.register_action("stakeholders.import", "Import stakeholders", "Imported stakeholders")
