from wagtail import hooks
from wagtail.snippets.models import register_snippet

from .response_admin import OfficialResponseViewSet, comment_chooser

register_snippet(OfficialResponseViewSet)


@hooks.register("register_admin_viewset")
def register_choosers():
    return [comment_chooser]
