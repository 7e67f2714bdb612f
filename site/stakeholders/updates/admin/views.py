"""What there is to tell of a page, what the site will tell by itself, and the page on which an
editor decides."""

from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.views.generic import FormView, TemplateView
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.models import Page

from core.permissions import OnlyFor
from mailing.addresses import validate_address
from stakeholders.models import Stakeholder, Update
from stakeholders.updates.kinds import KINDS, news_of
from stakeholders.updates.mails import as_seen, mail_test
from stakeholders.updates.telling import (
    AHEAD,
    audience,
    coming,
    draft,
    in_prepared_words,
    keep_quiet,
    prepare,
    reopen,
    tell,
)

from .forms import TellForm
from .permissions import may_tell, may_tell_of_some


class ComingView(OnlyFor, WagtailAdminTemplateMixin, TemplateView):
    """What the site will tell by itself of the pages of which this editor may tell."""

    may_enter = staticmethod(may_tell_of_some)
    page_title = "Coming updates"
    header_icon = "calendar-alt"
    template_name = "stakeholders/updates/coming.html"

    def get_breadcrumbs_items(self):
        return [*self.breadcrumbs_items, {"url": "", "label": self.page_title}]

    def get_context_data(self, **kwargs):
        own = [each for each in coming() if may_tell(self.request.user, each[0].page)]
        numbers = Stakeholder.objects.numbers_to_tell(
            (news.strand, news.followed) for news, _ in own
        )
        listed = [(*each, number) for each, number in zip(own, numbers, strict=True)]
        return super().get_context_data(**kwargs) | {"coming": listed, "days": AHEAD.days}


class UpdatesView(WagtailAdminTemplateMixin):
    """Furniture of both pages. `page` is whose news it is."""

    page_title = "Tell subscribers"
    header_icon = "mail"

    def dispatch(self, request, *args, **kwargs):
        if not may_tell(request.user, self.page):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_page_subtitle(self):
        return self.page.title

    def get_breadcrumbs_items(self):
        edit = reverse("wagtailadmin_pages:edit", args=[self.page.pk])
        return [
            *self.breadcrumbs_items,
            {"url": edit, "label": self.page.get_admin_display_title()},
            {"url": "", "label": self.page_title},
        ]


class PageView(UpdatesView, TemplateView):
    """All that there is to tell of a page, and what came of it. Where that is one thing, it leads
    there."""

    template_name = "stakeholders/updates/page.html"

    @cached_property
    def page(self):
        return get_object_or_404(Page, pk=self.kwargs["pk"]).specific

    def get(self, request, *args, **kwargs):
        news = news_of(self.page)
        if len(news) == 1:
            return redirect("tell", news[0].kind.name, self.page.pk)
        found = [(each, Update.objects.about(each).first()) for each in news]
        told = Update.objects.told().filter(page=self.page).select_related("decided_by")
        return self.render_to_response(self.get_context_data(found=found, told=told))


class TellView(UpdatesView, FormView):
    """Accept or change the words, look at the mail, send a test, tell or keep quiet; keep the words
    for the day on which the site tells by itself. What was told is shown and can't be told again.
    """

    template_name = "stakeholders/updates/tell.html"
    form_class = TellForm

    @cached_property
    def news(self):
        kind = KINDS.get(self.kwargs["kind"])
        thing = kind and kind.thing(self.kwargs["pk"])
        news = thing and kind.news(thing)
        if not news:
            raise Http404("There is no such news.")
        return news

    @property
    def page(self):
        return self.news.page

    @property
    def update(self):
        return Update.objects.about(self.news).select_related("decided_by").first()

    def get_initial(self):
        return {"summary": in_prepared_words(self.news).summary}

    def get_context_data(self, **kwargs):
        people, update = audience(self.news), self.update
        return super().get_context_data(**kwargs) | {
            "news": self.news,
            "update": update,
            "is_quiet": update and not update.is_prepared,
            "for_another_day": None if update else Update.objects.for_another_day(self.news),
            "audience": people,
            "number": sum(people.values()),
        }

    def post(self, request, *args, **kwargs):
        decide = {"quiet": self.keep_quiet, "reopen": self.reopen}.get(request.POST.get("action"))
        return decide() if decide else super().post(request, *args, **kwargs)

    def keep_quiet(self):
        keep_quiet(self.news, self.request.user)
        return redirect(self.request.path)

    def reopen(self):
        reopen(self.news)
        return redirect(self.request.path)

    def form_valid(self, form):
        summary, action = form.cleaned_data["summary"], self.request.POST.get("action")
        if action == "test":
            self.send_test(draft(self.news, summary))
            return self.render_to_response(self.get_context_data(form=form))
        if action == "prepare":
            self.prepare(summary)
        elif self.news.is_true:
            self.tell(summary)
        return redirect(self.request.path)

    def tell(self, summary):
        if tell(self.news, summary, self.request.user):
            messages.success(self.request, "Subscribers are told.")
        else:
            self.say_told_before()

    def prepare(self, summary):
        if prepare(self.news, summary, self.request.user):
            messages.success(self.request, "Your summary is kept.")
        else:
            self.say_told_before()

    def say_told_before(self):
        messages.error(self.request, "Subscribers were told of this before.")

    def send_test(self, update):
        address = self.request.user.email
        try:
            validate_address(address)
        except ValidationError:
            messages.error(self.request, "Your account has no address that a mail can go to.")
        else:
            mail_test(update, address)
            messages.success(self.request, f"A test is on its way to {address}.")


class SeenView(TellView):
    """The mail as people will get it, in a tab of its own: "html" or "text"."""

    def form_valid(self, form):
        mail = as_seen(draft(self.news, form.cleaned_data["summary"]))
        if self.kwargs["form"] == "html":
            return HttpResponse(mail["html"])
        text = f"Subject: {mail['subject']}\n\n{mail['text']}"
        return HttpResponse(text, content_type="text/plain; charset=utf-8")
