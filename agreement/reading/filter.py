from dataclasses import replace

from django import forms
from django.http import Http404

from agreement.words import STANDINGS
from core.models import Sector, Strand
from proposals.models import StandingWord


class RegisterFilter(forms.Form):
    """Which entries of the register to list. The choices are what readers see; anything else is no
    page."""

    strand = forms.ModelChoiceField(
        Strand.objects, to_field_name="slug", required=False, empty_label="All strands"
    )
    found = forms.ChoiceField(
        label="The answers show",
        choices=[("", "Anything"), *((key.value, name) for key, (name, _) in STANDINGS.items())],
        required=False,
    )
    agreed = forms.ChoiceField(
        label="The process says",
        choices=[("", "Anything"), *StandingWord.choices, ("unset", "Not set yet")],
        required=False,
    )
    sector = forms.ChoiceField(
        label="Answers of", choices=[("", "All sectors"), *Sector.choices], required=False
    )

    def select(self, entries):
        """Those entries that are asked for; of a sector, those on which it is shown."""
        if not self.is_valid():
            raise Http404("There is no such part of the register.")
        asked = self.cleaned_data
        entries = [replace(entry, sector=asked["sector"]) for entry in entries]
        return [entry for entry in entries if self._fits(entry, **asked)]

    def _fits(self, entry, strand, found, agreed, sector):
        standing = entry.standing.standing if entry.standing else "unset"
        return (
            (not strand or entry.proposal.strand == strand)
            and found in ("", entry.found.standing)
            and agreed in ("", standing)
            and (not sector or entry.bar is not None)
        )
