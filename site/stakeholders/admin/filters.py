import django_filters
from wagtail.admin.filters import WagtailFilterSet

from core.models import Sector, Strand
from stakeholders.models import Frequency, Stakeholder

STATES = {
    "confirmed": ("Take part", lambda people: people.reachable()),
    "paused": ("Paused", lambda people: people.confirmed().filter(paused_at__isnull=False)),
    "pending": ("Not confirmed", lambda people: people.pending()),
    "left": ("Left", lambda people: people.left()),
}


class StakeholderFilterSet(WagtailFilterSet):
    state = django_filters.ChoiceFilter(
        label="State",
        choices=[(name, label) for name, (label, _) in STATES.items()],
        method="filter_state",
    )
    sector = django_filters.ChoiceFilter(label="Sector", choices=Sector.choices)
    strand = django_filters.ModelChoiceFilter(
        label="Strand", field_name="subscriptions__strand", queryset=Strand.objects.all()
    )
    frequency = django_filters.ChoiceFilter(label="How often", choices=Frequency.choices)

    class Meta:
        model = Stakeholder
        fields = ()

    def filter_state(self, people, name, value):
        _, select = STATES[value]
        return select(people)
