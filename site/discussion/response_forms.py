"""What a publisher fills in to answer in public."""

from django import forms
from wagtail.admin.forms import WagtailAdminModelForm

from .places import all_places


def places_to_answer():
    """All places beside which a response can be read, under the titles of their pages."""
    titles, found = {}, {}
    for place in all_places():
        for thing in filter(place.shows_responses, place.things()):
            page = place.page(thing)
            titles[page.pk] = page.title
            words = "The whole page" if thing == page else place.title(thing)
            found.setdefault(page.pk, []).append((place.key(thing), words))
    groups = sorted((titles[pk], choices) for pk, choices in found.items())
    return [("", "None in particular"), *groups]


class OfficialResponseForm(WagtailAdminModelForm):
    place = forms.ChoiceField(
        label="Page or statement",
        choices=places_to_answer,
        required=False,
        help_text="What it answers as a whole. Below you can choose the comments that it answers.",
    )

    def clean(self):
        cleaned = super().clean()
        rows = self.formsets["answered_comments"]
        comments = [
            row
            for row in rows.forms
            if row not in rows.deleted_forms and (row.has_changed() or row.instance.pk)
        ]
        if not (self.data.get("place") or comments):
            self.add_error("place", "Choose a page, a statement or at least one comment.")
        return cleaned
