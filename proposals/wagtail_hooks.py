from django.contrib import messages
from django.core.exceptions import ValidationError
from django.shortcuts import redirect
from wagtail import hooks
from wagtail.admin.viewsets.chooser import ChooserViewSet

from .blocks import check_complete
from .models import ProposalPage, Statement


class StatementChooserViewSet(ChooserViewSet):
    """Lets an editor choose a published statement by its words."""

    model = Statement
    icon = "list-ul"
    choose_one_text = "Choose a statement"
    choose_another_text = "Choose another statement"
    per_page = 20

    def get_object_list(self):
        return Statement.objects.live().select_related("proposal")


statement_chooser = StatementChooserViewSet("statement_chooser")


@hooks.register("register_admin_viewset")
def register_statement_chooser():
    return statement_chooser


@hooks.register("before_bulk_action")
def refuse_to_publish_incomplete_proposals(request, action_type, objects, action):
    """Publishing many pages at once goes round their forms, and so round what those check."""
    if action_type != "publish" or request.method != "POST":
        return None
    incomplete = [page for page in objects if is_incomplete(page.specific)]
    for page in incomplete:
        messages.error(
            request,
            f"“{page.get_admin_display_title()}” was not published: it needs at least one benefit, "
            "risk, limitation and safeguard. Open it to see which is missing.",
        )
    return redirect("wagtailadmin_explore", incomplete[0].get_parent().pk) if incomplete else None


def is_incomplete(page):
    if not isinstance(page, ProposalPage):
        return False
    try:
        check_complete(page.get_latest_revision_as_object().statements)
    except ValidationError:
        return True
    return False


@hooks.register("before_delete_page")
def refuse_to_delete_published_statements(request, page):
    """What people have said about a statement is never lost with its page."""
    if not Statement.objects.filter(proposal__path__startswith=page.path).exists():
        return None
    messages.error(
        request,
        f"“{page.get_admin_display_title()}” can't be deleted: statements on it were published, and "
        "what people say about them stays readable. Unpublish it instead.",
    )
    return redirect("wagtailadmin_explore", page.get_parent().pk)
