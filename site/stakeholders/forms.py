"""The forms that stakeholders fill in."""

from django import forms

from core.fields import TRAPPED, LineField, TrapField
from core.models import Sector, Strand
from mailing.fields import AddressField

from .choices import OWN_FIELDS
from .followed import pages_to_follow
from .models import Frequency

NOTHING_WANTED = "Tick at least one of these three."
BOTH_WANTED = "You ticked this and mail as well: untick one of them."
NOTHING_FOLLOWED = "Tick what you want to hear about: everything, a strand or a single proposal."
NO_FREQUENCY = "Choose how often you want to hear from us."


class KeysField(forms.TypedMultipleChoiceField):
    """Primary keys, ticked in a list."""

    widget = forms.CheckboxSelectMultiple

    def __init__(self, **kwargs):
        super().__init__(coerce=int, required=False, **kwargs)


class ChoicesForm(forms.Form):
    """What a stakeholder wants to hear, how often, and who they are."""

    wants_updates = forms.BooleanField(label="Tell me by e-mail what is new", required=False)
    wants_invitations = forms.BooleanField(
        label="Invite me by e-mail to meetings and consultations", required=False
    )
    wants_nothing = forms.BooleanField(
        label="Send me nothing: I only say of statements whether I agree", required=False
    )
    follows_all = forms.BooleanField(label="Everything on this site", required=False)
    strands = KeysField(label="Strands of work")
    pages = KeysField(label="Single proposals")
    frequency = forms.ChoiceField(
        label="How often?", choices=Frequency, required=False, widget=forms.RadioSelect
    )
    name = LineField(
        label="Your name (optional)",
        required=False,
        max_length=100,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )
    organisation = LineField(
        label="Organisation (optional)",
        required=False,
        max_length=160,
        help_text="If you speak for one.",
        widget=forms.TextInput(attrs={"autocomplete": "organization"}),
    )
    sector = forms.ChoiceField(
        label="Which sector do you speak from?",
        choices=[("", "Choose one"), *Sector.choices],
        help_text="We count sectors, to see whose voice is missing.",
        error_messages={"required": "Choose the sector that fits best."},
    )

    def __init__(self, data=None, initial=None, followed=()):
        """`followed` are the keys of pages that the person follows already."""
        super().__init__(data, initial=initial, label_suffix="")
        if initial and "wants_updates" in initial:
            mail = initial["wants_updates"] or initial["wants_invitations"]
            self.initial = {**initial, "wants_nothing": not mail}
        # Asked for when they are shown or ticked, and not by those who want everything.
        self.fields["strands"].choices = lambda: list(Strand.objects.values_list("pk", "title"))
        self.fields["pages"].choices = lambda: pages_to_follow(followed)

    def clean(self):
        wants = self.cleaned_data.get
        mail = wants("wants_updates") or wants("wants_invitations")
        if mail and wants("wants_nothing"):
            self.add_error("wants_nothing", BOTH_WANTED)
        elif not (mail or wants("wants_nothing")):
            self.add_error("wants_updates", NOTHING_WANTED)
        if wants("wants_updates"):
            broken = {"strands", "pages"} & self.errors.keys()
            if not (wants("follows_all") or wants("strands") or wants("pages") or broken):
                self.add_error("follows_all", NOTHING_FOLLOWED)
            if not wants("frequency") and "frequency" not in self.errors:
                self.add_error("frequency", NO_FREQUENCY)

    @property
    def choices(self):
        """What was chosen (stakeholders.choices), once the form is valid."""
        chosen = {name: self.cleaned_data[name] for name in OWN_FIELDS}
        chosen |= {name: sorted(self.cleaned_data[name]) for name in ("strands", "pages")}
        chosen["frequency"] = chosen["frequency"] or Frequency.WEEKLY.value
        return chosen

    @property
    def groups(self):
        """Its fields as they belong together: [(legend, [field])]."""
        return [
            (
                "What for?",
                [self["wants_updates"], self["wants_invitations"], self["wants_nothing"]],
            ),
            ("News about what?", [self["follows_all"], *self.lists]),
        ]

    @property
    def lists(self):
        return [self[name] for name in ("strands", "pages") if list(self.fields[name].choices)]

    @property
    def about_you(self):
        return [self[name] for name in ("name", "organisation", "sector")]


class SignUpForm(ChoicesForm):
    """Somebody signs up. Nothing is ticked but what the link that led here named."""

    email = AddressField(help_text="We send a link there; nothing else, until you have used it.")
    website = TrapField()

    # Where it stands on the page, and so in the list of what is wrong.
    field_order = ["email"]

    def clean_website(self):
        if self.cleaned_data["website"]:
            raise forms.ValidationError(TRAPPED)


class LinkForm(forms.Form):
    """Somebody asks for the link to what they chose."""

    email = AddressField()
