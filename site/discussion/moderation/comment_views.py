"""One comment in its context, and what is done with it."""

from django.conf import settings
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.views.generic import FormView, View
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from discussion import assignment
from discussion.decisions import DecisionRefused, may, version, why_not_undone
from discussion.models import Action, CannedAnswer, PublicComment, State

from .actions import DONE, actions_for
from .context import CommentInContext
from .forms import DecisionForm, RedactionForm
from .permissions import ForModerators


class OneComment(ForModerators):
    @cached_property
    def comment(self):
        """Any that was confirmed: no one sees the others."""
        comments = PublicComment.objects.confirmed().select_related("page", "assigned_to")
        return get_object_or_404(comments, pk=self.kwargs["pk"])

    def address(self, name="comment"):
        return reverse(f"comments:{name}", args=[self.comment.pk])


class DecidingView(OneComment, WagtailAdminTemplateMixin, FormView):
    """Shows a form on the comment; a valid one is decided, and the next comment follows."""

    header_icon = "comment"

    def get_page_subtitle(self):
        return f"by {self.comment.user_name or 'an author who withdrew it'}"

    def get_breadcrumbs_items(self):
        return [
            *self.breadcrumbs_items,
            {"url": reverse("comments:pending"), "label": "Comments"},
            *self.path_to_here(),
            {"url": "", "label": self.page_title, "sublabel": self.get_page_subtitle()},
        ]

    def path_to_here(self):
        return []

    def get_form(self):
        return self.form_class(self.comment, self.request.POST or None)

    def get_context_data(self, **kwargs):
        return super().get_context_data(**kwargs) | {
            "comment": self.comment,
            "seen": version(self.comment),
            "canned_answers": CannedAnswer.objects.words(),
        }

    def form_valid(self, form):
        try:
            decision = form.decide(self.request.user)
        except DecisionRefused as refused:
            self.refuse(form, str(refused))
            return self.form_invalid(form)
        return self.go_on(decision)

    def refuse(self, form, why):
        """Show the comment as it is now, with what was typed."""
        form.add_error(None, why)
        del self.comment

    def go_on(self, decision):
        """The next comment that waits, where this one did; else this one again."""
        done = f"The comment is {DONE[decision.action]}."
        if decision.state_before != State.PENDING:
            messages.success(self.request, done)
            return redirect(self.address())
        back = messages.button(self.address(), "See it, or undo")
        messages.success(self.request, done, buttons=[back])
        return open_next(self.request)


class CommentView(DecidingView):
    page_title = "Comment"
    template_name = "discussion/moderation/comment.html"
    form_class = DecisionForm

    def get_context_data(self, **kwargs):
        about = CommentInContext(self.comment)
        latest = about.decisions[0] if about.decisions else None
        return super().get_context_data(**kwargs) | {
            "about": about,
            "actions": actions_for(self.comment.state, about.is_reported),
            "may_redact": may(Action.REDACT, self.comment),
            "may_undo": not why_not_undone(self.comment, latest),
        }


class RedactView(DecidingView):
    page_title = "Redact"
    template_name = "discussion/moderation/redact.html"
    form_class = RedactionForm

    def get(self, request, *args, **kwargs):
        if not may(Action.REDACT, self.comment):
            return redirect(self.address())
        return super().get(request, *args, **kwargs)

    def path_to_here(self):
        return [{"url": self.address(), "label": "Comment"}]

    def get_context_data(self, **kwargs):
        days_kept = {"days_kept": settings.REDACTED_TEXT_DAYS}
        return super().get_context_data(**kwargs) | days_kept


class TakeView(OneComment, View):
    def post(self, request, pk):
        assignment.take(self.comment, request.user)
        return redirect(self.address())


class TakeNextView(ForModerators, View):
    def post(self, request):
        return open_next(request)


def open_next(request):
    """Take the comment that waits longest and show it; the queue if there is none."""
    comment = assignment.take_next(request.user)
    if comment:
        return redirect("comments:comment", comment.pk)
    messages.success(request, "No comment waits that nobody has.")
    return redirect("comments:pending")
