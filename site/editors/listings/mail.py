import django_filters
from django.contrib import messages
from django.shortcuts import redirect
from django.urls import path, reverse
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column, DateColumn, TitleColumn
from wagtail.admin.views.generic.models import IndexView, InspectView
from wagtail.admin.viewsets.base import ViewSet

from core.listings import OurListing
from mailing.models import Delivery, State


class DeliveryFilterSet(WagtailFilterSet):
    state = django_filters.ChoiceFilter(label="State", choices=State.choices)

    class Meta:
        model = Delivery
        fields = ()


class DeliveryIndexView(OurListing, IndexView):
    """Every mail that the site sends or has sent, newest first. Nobody's whole address is shown."""

    model = Delivery
    page_title = "Single mails"
    header_icon = "mail"
    search_fields = ("notification__subject",)
    filterset_class = DeliveryFilterSet
    default_ordering = "-pk"
    paginate_by = 50
    index_url_name = "mail:index"
    index_results_url_name = "mail:index_results"
    columns = [
        TitleColumn(
            "subject",
            label="Subject",
            url_name="mail:inspect",
            accessor="notification.subject",
        ),
        Column("masked_address", label="To"),
        Column("state", label="State", accessor="get_state_display", sort_key="state"),
        Column("attempts", label="Attempts", sort_key="attempts"),
        Column("answer", label="Mail server's answer"),
        DateColumn("created", label="Posted", sort_key="created"),
    ]

    def get_base_queryset(self):
        said = ("notification__text", "notification__html")
        return Delivery.objects.select_related("notification").defer(*said)


class DeliveryView(InspectView):
    """One mail, without what it says: links in it are its recipient's alone."""

    model = Delivery
    template_name = "editors/delivery.html"
    page_title = "Mail"
    header_icon = "mail"
    index_url_name = "mail:index"
    fields = [
        "notification",
        "masked_address",
        "state",
        "attempts",
        "next_attempt_at",
        "answer",
        "message_id",
        "created",
        "ended_at",
    ]

    def post(self, request, pk):
        """Do what the button says, unless the mail has moved on since the page was shown."""
        this = Delivery.objects.filter(pk=pk)
        cancels = request.POST.get("action") == "cancel"
        if not (this.cancel() if cancels else this.try_again()):
            messages.error(request, "That is no longer possible for this mail.")
        return redirect(reverse("mail:inspect", args=[pk]))


class MailListing(ViewSet):
    # Wagtail marks each item of the menu with whose name that of the page begins: not "mail".
    name = "single-mails"
    url_prefix = url_namespace = "mail"
    icon = "mail"
    menu_label = "Single mails"
    menu_order = 140
    add_to_admin_menu = True

    def get_urlpatterns(self):
        return [
            path("", self.construct_view(DeliveryIndexView), name="index"),
            path(
                "results/",
                self.construct_view(DeliveryIndexView, results_only=True),
                name="index_results",
            ),
            path("<int:pk>/", self.construct_view(DeliveryView), name="inspect"),
        ]
