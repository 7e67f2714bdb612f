"""What our listings have in common."""

import operator
from functools import reduce

from django.db.models import Q

# A spreadsheet takes a cell that begins with one of these for a formula.
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


def harmless(value):
    """Text that no spreadsheet runs: an apostrophe before it makes it text."""
    if isinstance(value, str) and value.startswith(FORMULA_STARTS):
        return f"'{value}"
    return value


class OurListing:
    """For an index view: exports without formulas, search by all words in `search_fields`.

    The rows themselves are searched: no search index chokes on a quote, and drafts are found.
    """

    is_searchable = True

    def preprocess_field_value(self, field, value, export_format):
        return harmless(super().preprocess_field_value(field, value, export_format))

    def search_queryset(self, queryset):
        for word in self.search_query.split():
            fields = (Q(**{f"{field}__icontains": word}) for field in self.search_fields)
            queryset = queryset.filter(reduce(operator.or_, fields))
        return queryset
