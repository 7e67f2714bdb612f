"""Of which sectors those are whose answers count."""

from django.db.models import Count

from proposals.models import Stance


def answered():
    """{sector: number of people}."""
    people = Stance.objects.counted().exclude(stakeholder__sector="")
    numbers = people.values_list("stakeholder__sector").annotate(
        Count("stakeholder", distinct=True)
    )
    return dict(numbers.order_by())
