from django import forms

from proposals.models import Answer

WITHDRAW = "withdraw"


class StanceForm(forms.Form):
    """One of three buttons under a statement, or the one that takes the answer back. `wording` is
    the hash of what the statement read like when the form was opened."""

    wording = forms.CharField(max_length=64)
    answer = forms.ChoiceField(choices=[*Answer.choices, (WITHDRAW, "Take it back")])
