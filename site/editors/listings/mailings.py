from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect
from django.urls import path, reverse
from wagtail.admin.ui.tables import Column, DateColumn, TitleColumn
from wagtail.admin.views.generic.models import IndexView, InspectView
from wagtail.admin.viewsets.base import ViewSet

from core.listings import OurListing
from mailing.models import Notification, State

ANSWERS_SHOWN = 20


class NotificationIndexView(OurListing, IndexView):
    """All that the site has told anybody by mail, newest first, and how far each has got."""

    model = Notification
    page_title = "Mailings"
    header_icon = "mail"
    search_fields = ("subject",)
    default_ordering = "-pk"
    paginate_by = 50
    index_url_name = "mailings:index"
    index_results_url_name = "mailings:index_results"
    columns = [
        TitleColumn("subject", label="Subject", url_name="mailings:inspect"),
        Column("sent", label="Sent"),
        Column("waiting", label="Waiting"),
        Column("failed", label="Failed"),
        Column("cancelled", label="Cancelled"),
        DateColumn("paused_at", label="Paused"),
        DateColumn("last_posted", label="Last posted", sort_key="last_posted"),
    ]

    def get_base_queryset(self):
        return Notification.objects.with_progress().defer("text", "html")


class NotificationView(InspectView):
    """One of them: its progress, what mail servers said, and what can be done about it."""

    model = Notification
    template_name = "editors/mailing.html"
    page_title = "Mailing"
    header_icon = "mail"
    index_url_name = "mailings:index"
    fields = ["subject", "created"]

    def get_context_data(self, **kwargs):
        mails = self.object.deliveries
        progress = mails.progress()
        return super().get_context_data(
            progress=[(state.label, progress[state]) for state in State if state in progress],
            waits=State.QUEUED in progress or State.CLAIMED in progress,
            may_be_tried_again=State.FAILED in progress and self.object.text,
            answers=mails.answers()[:ANSWERS_SHOWN],
            **kwargs,
        )

    def post(self, request, pk):
        """Do what the button says; it changes nothing where the mails have moved on."""
        notification = get_object_or_404(Notification, pk=pk)
        mails = notification.deliveries
        actions = {
            "pause": notification.pause,
            "resume": notification.resume,
            "cancel": mails.cancel,
            "try_again": mails.filter(state=State.FAILED).try_again,
        }
        action = actions.get(request.POST.get("action"))
        if action:
            action()
        else:
            messages.error(request, "That can’t be done with a mailing.")
        return redirect(reverse("mailings:inspect", args=[pk]))


class MailingListing(ViewSet):
    name = "mailings"
    icon = "mail"
    menu_label = "Mailings"
    menu_order = 139
    add_to_admin_menu = True

    def get_urlpatterns(self):
        return [
            path("", self.construct_view(NotificationIndexView), name="index"),
            path(
                "results/",
                self.construct_view(NotificationIndexView, results_only=True),
                name="index_results",
            ),
            path("<int:pk>/", self.construct_view(NotificationView), name="inspect"),
        ]
