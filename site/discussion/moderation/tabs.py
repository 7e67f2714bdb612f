"""The parts of the queue."""

from dataclasses import dataclass

from django.db.models import Count

from discussion.models import PublicComment, Report, State


@dataclass(frozen=True)
class Tab:
    """`name` is its address; `columns` are the names of those that only some tabs have."""

    name: str
    label: str
    state: State
    columns: tuple = ()
    is_reported: bool = False

    def rows(self):
        rows = PublicComment.objects.filter(state=self.state)
        if self.is_reported:
            rows = rows.filter(pk__in=Report.objects.unsettled().values("comment"))
        return rows

    @property
    def ordering(self):
        """What waits: the longest wait first. What is decided: the newest first."""
        waits = self.state == State.PENDING or self.is_reported
        return "confirmed_at" if waits else "-confirmed_at"


TABS = {
    tab.name: tab
    for tab in (
        Tab("pending", "Pending", State.PENDING, ("spam", "taken")),
        Tab("reported", "Reported", State.PUBLISHED, ("reports",), is_reported=True),
        Tab("published", "Published", State.PUBLISHED),
        Tab("rejected", "Rejected", State.REJECTED, ("reason",)),
        Tab("withheld", "Withheld", State.WITHHELD, ("reason",)),
    )
}


def numbers():
    """{name of the tab: how many comments it holds}, in two queries."""
    by_state = dict(
        PublicComment.objects.order_by().values_list("state").annotate(number=Count("*"))
    )
    return {
        tab.name: number_reported() if tab.is_reported else by_state.get(tab.state, 0)
        for tab in TABS.values()
    }


def number_reported():
    return TABS["reported"].rows().count()
