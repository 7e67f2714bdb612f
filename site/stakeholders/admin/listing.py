from django.urls import reverse
from wagtail.admin.ui.tables import Column, DateColumn, TitleColumn
from wagtail.admin.views.generic.models import IndexView, InspectView
from wagtail.admin.widgets.button import Button

from core.listings import OurListing
from stakeholders import voices
from stakeholders.choices import choices_of
from stakeholders.models import Stakeholder
from stakeholders.wording import consent_words

from .filters import STATES, StakeholderFilterSet


def state_of(person):
    label, _ = STATES[person.state]
    return label


class StakeholderIndexView(OurListing, IndexView):
    """Everybody who signed up, newest first, below how many there are of each sector."""

    model = Stakeholder
    page_title = "Stakeholders"
    header_icon = "group"
    template_name = "stakeholders/admin/index.html"
    any_permission_required = {"view"}
    search_fields = ("name", "organisation", "address")
    filterset_class = StakeholderFilterSet
    default_ordering = "-pk"
    paginate_by = 50
    index_url_name = "stakeholders:index"
    index_results_url_name = "stakeholders:index_results"
    columns = [
        TitleColumn("name", label="Name", accessor=str, url_name="stakeholders:inspect"),
        Column("address", label="Address", sort_key="address"),
        Column("organisation", label="Organisation", sort_key="organisation"),
        Column("sector", label="Sector", accessor="get_sector_display", sort_key="sector"),
        Column("state", label="State", accessor=state_of),
        Column("frequency", label="How often", accessor="get_frequency_display"),
        DateColumn("created", label="Signed up", sort_key="created"),
    ]
    list_export = [
        "address",
        "name",
        "organisation",
        "sector",
        "state",
        "frequency",
        "wants_updates",
        "wants_invitations",
        "created",
        "confirmed_at",
    ]
    export_filename = "stakeholders"

    def get_base_queryset(self):
        return Stakeholder.objects.all()

    @property
    def header_more_buttons(self):
        return [
            Button("Import a list", url=reverse("stakeholders:import"), icon_name="upload"),
        ]

    def get_context_data(self, **kwargs):
        return super().get_context_data(**kwargs) | {
            "voices": {"labels": voices.labels(), "table": voices.table()}
        }


class StakeholderView(InspectView):
    """One person: what they chose, and the history of their consent."""

    model = Stakeholder
    template_name = "stakeholders/admin/stakeholder.html"
    page_title = "Stakeholder"
    header_icon = "group"
    any_permission_required = {"view"}
    index_url_name = "stakeholders:index"
    fields = [
        "name",
        "address",
        "organisation",
        "sector",
        "created",
        "confirmed_at",
        "paused_at",
        "left_at",
    ]

    def get_context_data(self, **kwargs):
        return super().get_context_data(**kwargs) | {
            "state": state_of(self.object),
            "consent": consent_words(choices_of(self.object)),
            "history": self.object.consents.reverse(),
        }
