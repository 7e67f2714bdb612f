from django.urls import path
from wagtail.admin.viewsets.base import ViewSet

from .comment_views import CommentView, RedactView, TakeNextView, TakeView
from .log import LogView
from .queue import QueueView
from .several_view import SeveralView
from .tabs import TABS


class ModerationViewSet(ViewSet):
    """The moderators' pages, below /admin/comments/."""

    name = "comments"
    icon = "comment"

    def get_urlpatterns(self):
        return [
            *(pattern for tab in TABS.values() for pattern in self.urls_of(tab)),
            path("<slug:tab>/several/<slug:action>/", SeveralView.as_view(), name="several"),
            path("next/", TakeNextView.as_view(), name="next"),
            path("<int:pk>/", CommentView.as_view(), name="comment"),
            path("<int:pk>/redact/", RedactView.as_view(), name="redact"),
            path("<int:pk>/take/", TakeView.as_view(), name="take"),
            path("decisions/", self.construct_view(LogView), name="log"),
            path(
                "decisions/results/",
                self.construct_view(LogView, results_only=True),
                name="log_results",
            ),
        ]

    def urls_of(self, tab):
        return [
            path(f"{tab.name}/", self.construct_view(QueueView, tab=tab), name=tab.name),
            path(
                f"{tab.name}/results/",
                self.construct_view(QueueView, tab=tab, results_only=True),
                name=f"{tab.name}_results",
            ),
        ]
