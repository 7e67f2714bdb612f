from wagtail.admin.ui.components import Component

from discussion.waits import in_words

from . import duty
from .permissions import may_moderate
from .tabs import number_reported


class ModerationPanel(Component):
    """What waits for moderators, on the admin's first page."""

    order = 90
    template_name = "discussion/moderation/dashboard.html"

    def __init__(self, request):
        self.user = request.user

    def render_html(self, parent_context=None):
        return super().render_html(parent_context) if may_moderate(self.user) else ""

    def get_context_data(self, parent_context):
        wait = duty.recent_wait()
        return {
            "waiting": duty.waiting(),
            "reported": number_reported(),
            "median_wait": in_words(wait) if wait else "",
            "days": duty.RECENTLY.days,
        }
