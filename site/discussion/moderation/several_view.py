"""One decision on several comments at once, after a page that says how many."""

import re

from django.http import Http404
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.views.generic import FormView
from wagtail.admin import messages
from wagtail.admin.utils import get_valid_next_url_from_request
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from discussion.decisions import DecisionRefused, version
from discussion.models import CannedAnswer

from .actions import ACTIONS, actions_for
from .forms import WordsForm
from .permissions import ForModerators
from .queue import QueueView
from .tabs import TABS

# How many one request can decide in a few seconds.
AT_ONCE = 200

NUMBER = re.compile(r"[1-9][0-9]{0,17}")


class SeveralView(ForModerators, WagtailAdminTemplateMixin, FormView):
    """Asks with the comments that the list's address names (`id`, or all that its filters leave);
    decides those, in the text and state in which they were shown."""

    template_name = "discussion/moderation/several.html"
    form_class = WordsForm
    header_icon = "comment"

    def setup(self, request, *args, tab, action, **kwargs):
        super().setup(request, *args, **kwargs)
        self.tab, self.action = TABS.get(tab), ACTIONS.get(action)
        if not self.tab or self.action not in actions_for(self.tab.state, self.tab.is_reported):
            raise Http404("No such action on these comments.")
        self.back = get_valid_next_url_from_request(request) or reverse(f"comments:{tab}")
        self.page_title = f"{self.action.label} comments"

    def get_breadcrumbs_items(self):
        return [
            *self.breadcrumbs_items,
            {"url": self.back, "label": "Comments"},
            {"url": "", "label": self.page_title},
        ]

    @cached_property
    def listed(self):
        """What the moderator chose in the list."""
        chosen = self.request.GET.getlist("id")
        if "all" in chosen:
            queue = QueueView(tab=self.tab)
            queue.setup(self.request)
            return queue.get_queryset()
        return self.tab.rows().filter(pk__in=whole_numbers(chosen)).order_by(self.tab.ordering)

    @cached_property
    def comments(self):
        """At most AT_ONCE of them: those that were shown, when an answer comes."""
        if self.request.method != "POST":
            return list(self.listed.select_related("page")[:AT_ONCE])
        rows = self.tab.rows().filter(pk__in=whole_numbers(self.seen)).order_by(self.tab.ordering)
        found = rows.select_related("page")[:AT_ONCE]
        return [comment for comment in found if self.seen[str(comment.pk)] == version(comment)]

    @cached_property
    def seen(self):
        """{a comment's number: its version} of those that were shown, as the answer has them."""
        sent = self.request.POST.getlist("seen")
        return dict(each.split("-", 1) for each in sent if "-" in each)

    def get_form(self, form_class=None):
        form = super().get_form(form_class)
        if self.action.needs_reason:
            form.fields["reason"].required = True
        else:
            del form.fields["reason"]
        return form

    def form_valid(self, form):
        reason = {"reason": form.cleaned_data["reason"]} if self.action.needs_reason else {}
        done = 0
        for comment in self.comments:
            try:
                self.action.decide(comment, self.request.user, **reason, **form.words)
                done += 1
            except DecisionRefused:
                pass
        self.say(done, len(self.seen) - done)
        return redirect(self.back)

    def say(self, done, overtaken):
        if done:
            # The names of a state and of the tab that holds it are one.
            there = messages.button(
                reverse(f"comments:{self.action.leads_to}"), "See them, or undo"
            )
            messages.success(self.request, f"Comments {self.action.done}: {done}.", buttons=[there])
        if overtaken:
            messages.warning(
                self.request,
                f"Left alone, as they were decided, changed or withdrawn meanwhile: {overtaken}.",
            )

    def get_context_data(self, **kwargs):
        for comment in self.comments:
            comment.seen = f"{comment.pk}-{version(comment)}"
        number = len(self.comments) if self.request.method == "POST" else self.listed.count()
        return super().get_context_data(**kwargs) | {
            "action": self.action,
            "comments": self.comments,
            "number": number,
            "number_left": number - len(self.comments),
            "back": self.back,
            "canned_answers": CannedAnswer.objects.words(),
        }


def whole_numbers(values):
    """Those that can be a row's number."""
    return [int(value) for value in values if NUMBER.fullmatch(value)]
