"""The first page of the admin: what needs somebody today."""

from wagtail.admin.ui.components import Component

from proposals.models import ProposalPage, Statement
from proposals.models.proposal import Status

from .listings.proposals import SOON, closing_within
from .permissions import works_on_pages
from .sign_off import waiting


class EditorsPanel(Component):
    """A part of the dashboard for those who write and publish."""

    def __init__(self, request):
        self.user = request.user

    def render_html(self, parent_context=None):
        return super().render_html(parent_context) if works_on_pages(self.user) else ""


class WaitingPanel(EditorsPanel):
    """Every page in a workflow and whom it waits for."""

    order = 100
    template_name = "editors/waiting.html"

    def get_context_data(self, parent_context):
        return {"waiting": waiting(self.user)}


class ProposalsPanel(EditorsPanel):
    """Open proposals by the days they have left, and what is missing in those that are public."""

    order = 110
    template_name = "editors/proposals.html"
    shown = 8

    def get_context_data(self, parent_context):
        proposals = ProposalPage.objects.live().with_status(Status.OPEN).order_by("closes", "title")
        statements = Statement.objects.live()
        return {
            "open": proposals[: self.shown],
            "number_open": proposals.count(),
            "number_closing": closing_within(ProposalPage.objects, SOON).count(),
            "soon": SOON,
            "without_evidence": statements.without_evidence().count(),
            "risks_without_safeguard": statements.risks_without_safeguard().count(),
        }
