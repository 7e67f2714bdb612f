from django.core.exceptions import ValidationError
from django.shortcuts import redirect
from wagtail import hooks
from wagtail.admin.viewsets.pages import PageViewSet
from wagtail.models import Page
from wagtail.permissions import register_permission_policy
from wagtail.snippets.models import register_snippet

from core.kept_pages import refuse
from stakeholders.updates.admin.approval import ApprovalView

from .admin import AddedNeverChanged, AgreementGroup
from .chooser import statement_chooser
from .models import ProposalPage, Standing

register_permission_policy(Standing, AddedNeverChanged(Standing))
register_snippet(AgreementGroup)


@hooks.register("register_admin_viewset")
def register_viewsets():
    return [statement_chooser, ProposalViewSet()]


NOT_COMPLETE = (
    "was not published: it is not complete. It needs at least one benefit, risk, limitation and "
    "safeguard, and each a claim. Open it and publish it there to see what is missing."
)


@hooks.register("before_bulk_action")
def refuse_to_publish_incomplete_proposals(request, action_type, objects, action):
    """Publishing many pages at once goes round their forms, and so round what those check."""
    if action_type != "publish" or not issubclass(action.model, Page):
        return None
    chosen = ProposalPage.objects.filter(pk__in=[page.pk for page in objects])
    if action.cleaned_form.cleaned_data["include_descendants"]:
        for page in objects:
            chosen |= ProposalPage.objects.descendant_of(page).not_live()
    refused = [page for page in chosen if not is_ready(page.get_latest_revision_as_object())]
    return refuse(request, [(page, NOT_COMPLETE) for page in refused])


def is_ready(proposal):
    try:
        proposal.check_ready()
    except ValidationError:
        return False
    return True


class ProposalApprovalView(ApprovalView):
    """Approving a proposal in moderation from a list goes round its form, too."""

    def post(self, request, *args, **kwargs):
        if self.action_name != "approve" or is_ready(self.object.get_latest_revision_as_object()):
            return super().post(request, *args, **kwargs)
        refuse(request, [(self.object, NOT_COMPLETE)])
        if request.headers.get("X-Requested-With") == "XMLHttpRequest":
            return self.render_modal_json(
                request, {"step": "success", "redirect": self.redirect_url}
            )
        return redirect(self.redirect_url)


class ProposalViewSet(PageViewSet):
    model = ProposalPage
    workflow_action_view_class = ProposalApprovalView
