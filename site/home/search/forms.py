from django import forms

from core.models import Strand
from home.models import Finding
from home.models.finding import Section
from proposals.kinds import Kind

LONGEST_QUERY = 200


class DayField(forms.DateField):
    """A day, from the browser's own calendar, or typed as people here write it."""

    widget = forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})
    input_formats = ["%Y-%m-%d", "%d/%m/%Y"]
    default_error_messages = {"invalid": "Write the date as day/month/year, such as 31/12/2026."}

    def __init__(self, **kwargs):
        super().__init__(input_formats=self.input_formats, required=False, **kwargs)


class SearchForm(forms.Form):
    """What to search for, and where."""

    q = forms.CharField(
        label="Search for",
        max_length=LONGEST_QUERY,
        required=False,
        widget=forms.TextInput(attrs={"type": "search"}),
        error_messages={
            "max_length": f"That is too long to search for: use at most {LONGEST_QUERY} characters."
        },
    )
    section = forms.ChoiceField(
        label="Where", choices=[("", "Everywhere"), *Section.choices], required=False
    )
    kind = forms.ChoiceField(
        label="Kind of statement", choices=[("", "Any"), *Kind.choices], required=False
    )
    strand = forms.ModelChoiceField(
        Strand.objects, to_field_name="slug", required=False, empty_label="All strands"
    )
    since = DayField(label="From")
    until = DayField(label="To")

    def clean(self):
        since, until = self.cleaned_data.get("since"), self.cleaned_data.get("until")
        if since and until and until < since:
            self.add_error("until", "The last day lies before the first: choose a later one.")

    @property
    def narrowing(self):
        return [field for field in self if field.name != "q"]

    @property
    def is_narrowed(self):
        return any(field.data for field in self.narrowing)

    @property
    def filters(self):
        """The filters that were set, as lookups of a finding."""
        lookups = {"since": "date__gte", "until": "date__lte"}
        return {
            lookups.get(name, name): value
            for name, value in self.cleaned_data.items()
            if name != "q" and value
        }

    def select(self):
        """The findings that the filters let through, seen or unseen."""
        return Finding.objects.filter(**self.filters)
