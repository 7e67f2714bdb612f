"""The answer to a search: one page of it, or what to try instead."""

from django.core.paginator import EmptyPage, PageNotAnInteger, Paginator
from django.http import Http404
from django.utils.functional import cached_property

from home.models import Finding

from .excerpts import Marker
from .index import ranked
from .query import Query
from .suggestions import respelled

PER_PAGE = 10


class Results:
    """`form` is valid; `number` is that of the page, as it came."""

    def __init__(self, form, number):
        self.form = form
        self.text = form.cleaned_data["q"]
        self.query = Query.parse(self.text)
        self.wanted = form.select().newest_first().published_ids()
        self.matching = ranked(self.query) if self.query else self.wanted
        try:
            self.listed = Paginator(among(self.wanted, self.matching), PER_PAGE).page(number)
        except (EmptyPage, PageNotAnInteger) as error:
            raise Http404("No such page of results.") from error

    @property
    def total(self):
        return self.listed.paginator.count

    @cached_property
    def findings(self):
        """The findings of this page in their order, each with what to show of it."""
        rows = Finding.objects.select_related("page", "statement", "strand").in_bulk(
            self.listed.object_list
        )
        marker = Marker(self.query)
        for finding in rows.values():
            finding.marked_heading = marker.mark(finding.heading)
            finding.excerpt = "" if finding.statement_id else marker.excerpt(finding.text)
        return [rows[key] for key in self.listed.object_list if key in rows]

    @cached_property
    def respelled(self):
        """The query in other letters, if that finds something."""
        text = respelled(self.text)
        return text if text and among(self.wanted, ranked(Query.parse(text))) else None

    @cached_property
    def without_filters(self):
        """How many there are when no filter is set."""
        if not (self.form.filters and self.query):
            return 0
        return len(among(Finding.objects.published_ids(), self.matching))


def among(wanted, found):
    """Those that were `found` and are `wanted`, in the order in which they were found."""
    wanted = set(wanted)
    return [pk for pk in found if pk in wanted]
