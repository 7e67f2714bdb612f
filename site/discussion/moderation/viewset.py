from django.urls import path, re_path
from django.views.generic import RedirectView
from wagtail.admin.viewsets.base import ViewSet

from .comment_views import CommentView, RedactView, TakeNextView, TakeView
from .log import LogView
from .queue import QueueView
from .several_view import SeveralView
from .tabs import TABS

# No more digits than a database's number of a row can have.
ROW = r"(?P<pk>[1-9][0-9]{0,17})"


class ModerationViewSet(ViewSet):
    """The moderators' pages, below /admin/comments/."""

    name = "comments"
    icon = "comment"

    def get_urlpatterns(self):
        return [
            path("", RedirectView.as_view(pattern_name="comments:pending")),
            *(pattern for tab in TABS.values() for pattern in self.urls_of(tab)),
            path("<slug:tab>/several/<slug:action>/", SeveralView.as_view(), name="several"),
            path("next/", TakeNextView.as_view(), name="next"),
            re_path(rf"^{ROW}/$", CommentView.as_view(), name="comment"),
            re_path(rf"^{ROW}/redact/$", RedactView.as_view(), name="redact"),
            re_path(rf"^{ROW}/take/$", TakeView.as_view(), name="take"),
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
