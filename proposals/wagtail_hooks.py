from django.contrib import messages
from django.core.exceptions import ValidationError
from django.shortcuts import redirect
from wagtail import hooks
from wagtail.admin.views.pages.workflow import WorkflowActionView
from wagtail.admin.viewsets.pages import PageViewSet
from wagtail.models import Page

from .chooser import statement_chooser
from .models import ProposalPage, Statement


@hooks.register("register_admin_viewset")
def register_viewsets():
    return [statement_chooser, ProposalViewSet()]


NOT_COMPLETE = (
    "was not published: it is not complete. It needs at least one benefit, risk, limitation and "
    "safeguard, and each a claim. Open it and publish it there to see what is missing."
)


def refuse(request, words, pages):
    """Say of each page what could not be done, and go back to the list that the first stands in."""
    for page in pages:
        messages.error(request, f"“{page.get_admin_display_title()}” {words}")
    return redirect("wagtailadmin_explore", pages[0].get_parent().pk) if pages else None


@hooks.register("before_bulk_action")
def refuse_to_publish_incomplete_proposals(request, action_type, objects, action):
    """Publishing many pages at once goes round their forms, and so round what those check."""
    if action_type != "publish" or not issubclass(action.model, Page):
        return None
    chosen = ProposalPage.objects.filter(pk__in=[page.pk for page in objects])
    if action.cleaned_form.cleaned_data["include_descendants"]:
        for page in objects:
            chosen |= ProposalPage.objects.descendant_of(page).not_live()
    return refuse(
        request,
        NOT_COMPLETE,
        [page for page in chosen if not is_ready(page.get_latest_revision_as_object())],
    )


def is_ready(proposal):
    try:
        proposal.check_ready()
    except ValidationError:
        return False
    return True


class ApprovalView(WorkflowActionView):
    """Approving a proposal in moderation from a list goes round its form, too."""

    def post(self, request, *args, **kwargs):
        if self.action_name != "approve" or is_ready(self.object.get_latest_revision_as_object()):
            return super().post(request, *args, **kwargs)
        refuse(request, NOT_COMPLETE, [self.object])
        if request.headers.get("X-Requested-With") == "XMLHttpRequest":
            return self.render_modal_json(
                request, {"step": "success", "redirect": self.redirect_url}
            )
        return redirect(self.redirect_url)


class ProposalViewSet(PageViewSet):
    model = ProposalPage
    workflow_action_view_class = ApprovalView


@hooks.register("before_bulk_action")
def refuse_to_delete_many_with_published_statements(request, action_type, objects, action):
    if action_type != "delete" or not issubclass(action.model, Page):
        return None
    return refuse_to_delete(request, [page for page in objects if holds_statements(page)])


@hooks.register("before_delete_page")
def refuse_to_delete_published_statements(request, page):
    return refuse_to_delete(request, [page] if holds_statements(page) else [])


def refuse_to_delete(request, pages):
    """What people have said about a statement is never lost with its page."""
    return refuse(
        request,
        "can't be deleted: statements on it were published, and what people say about them stays "
        "readable. Unpublish it instead.",
        pages,
    )


def holds_statements(page):
    """Whether statements of this page, or of one below it, were ever published."""
    return Statement.objects.filter(proposal__path__startswith=page.path).exists()
