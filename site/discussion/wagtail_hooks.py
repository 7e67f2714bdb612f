from wagtail import hooks
from wagtail.permissions import register_permission_policy
from wagtail.snippets.models import register_snippet

from core.permissions import ReadOnly

from .models import Decision, PublicComment
from .moderation.dashboard import ModerationPanel
from .moderation.menu import CommentsMenuItem
from .moderation.permissions import may_moderate
from .moderation.snippets import CannedAnswerViewSet, SpokespersonViewSet
from .moderation.viewset import ModerationViewSet
from .response_admin import OfficialResponseViewSet, comment_chooser

for model in (PublicComment, Decision):
    register_permission_policy(model, ReadOnly(model, may_moderate))
register_snippet(CannedAnswerViewSet)
register_snippet(SpokespersonViewSet)
register_snippet(OfficialResponseViewSet)


@hooks.register("register_admin_viewset")
def register_moderation():
    return [ModerationViewSet(), comment_chooser]


@hooks.register("register_admin_menu_item")
def register_comments():
    return CommentsMenuItem()


@hooks.register("construct_homepage_panels")
def show_what_waits(request, panels):
    panels.append(ModerationPanel(request))
