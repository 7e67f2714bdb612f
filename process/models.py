from itertools import groupby

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from modelcluster.fields import ParentalManyToManyField
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.fields import RichTextField, StreamField
from wagtail.search import index

from core.blocks import PROSE_FEATURES
from core.models import BasePage, BasePageManager, Organisation, Sector

from .blocks import PhaseBlock, PrincipleBlock


class ProcessPage(BasePage):
    """ "What we're doing": the phases with their dates, who takes part, by which principles."""

    introduction = RichTextField(features=PROSE_FEATURES)
    phases = StreamField([("phase", PhaseBlock())], help_text="In the order of their dates.")
    principles = StreamField([("principle", PrincipleBlock())], blank=True)
    organisations = ParentalManyToManyField(
        Organisation, blank=True, related_name="+", verbose_name="who is involved"
    )
    take_part = RichTextField("how to take part", features=PROSE_FEATURES)
    out_of_scope = RichTextField(
        "what is out of scope",
        features=PROSE_FEATURES,
        help_text="What this process will not discuss or decide, so that nobody hopes in vain.",
    )

    objects = BasePageManager()

    content_panels = [
        *BasePage.content_panels,
        "introduction",
        "phases",
        "principles",
        MultiFieldPanel(
            [FieldPanel("organisations", widget=forms.CheckboxSelectMultiple)],
            heading="Who is involved",
            classname="collapsed",
        ),
        "take_part",
        "out_of_scope",
    ]
    search_fields = [
        *BasePage.search_fields,
        index.SearchField("introduction"),
        index.SearchField("phases"),
        index.SearchField("take_part"),
        index.SearchField("out_of_scope"),
    ]
    parent_page_types = ["home.HomePage"]
    subpage_types = []
    max_count = 1
    page_description = "The phases of the process, its principles, and who takes part."

    class Meta:
        verbose_name = "process"

    def clean(self):
        super().clean()
        opens = [block.value["opens"] for block in self.phases if block.value["opens"]]
        if opens != sorted(opens):
            raise ValidationError({"phases": "Put the phases in the order of their dates."})

    @property
    def current_phase(self):
        """The phase that today lies in, None between phases."""
        return next((block.value for block in self.phases if block.value.is_now), None)

    @property
    def next_phase(self):
        """The phase that today lies before, when it lies in none. Today is marked there."""
        if self.current_phase:
            return None
        ahead = (block.value for block in self.phases if block.value["opens"])
        return next((phase for phase in ahead if phase["opens"] > timezone.localdate()), None)

    @property
    def outputs(self):
        """What the process is to bring, from all phases: [(phase, output)]."""
        return [(block.value, output) for block in self.phases for output in block.value["outputs"]]

    @property
    def organisations_by_sector(self):
        """[(sector's label, [organisations])], sectors in their usual order."""
        order = Sector.values
        organisations = sorted(
            self.organisations.all(), key=lambda o: (order.index(o.sector), o.name)
        )
        return [
            (Sector(sector).label, list(group))
            for sector, group in groupby(organisations, lambda o: o.sector)
        ]
