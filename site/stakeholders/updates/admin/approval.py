"""Approving a page from the dashboard or a list, for which Wagtail has no hook."""

from wagtail.admin.views.pages.workflow import WorkflowActionView
from wagtail.admin.viewsets.pages import PageViewSet

from .offer import offer_to_tell


class ApprovalView(WorkflowActionView):
    """Offers to tell subscribers of what the last approval made public."""

    def post(self, request, *args, **kwargs):
        answer = super().post(request, *args, **kwargs)
        offer_to_tell(request, self.object)
        return answer


class ApprovedPageViewSet(PageViewSet):
    """For all pages but those whose app has views of its own, which build on ApprovalView."""

    workflow_action_view_class = ApprovalView
