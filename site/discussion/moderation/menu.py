from django.urls import reverse
from wagtail.admin.menu import MenuItem

from discussion.models import PublicComment

from .permissions import may_moderate


class CommentsMenuItem(MenuItem):
    """Leads to the queue and says how many wait in it."""

    def __init__(self):
        super().__init__(
            "Comments", reverse("comments:pending"), name="comments", icon_name="comment", order=125
        )

    def is_shown(self, request):
        return may_moderate(request.user)

    def render_component(self, request):
        component = super().render_component(request)
        waiting = PublicComment.objects.pending().count()
        component.label = f"Comments ({waiting})" if waiting else "Comments"
        return component
