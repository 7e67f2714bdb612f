from django import forms
from wagtail.admin.widgets import AdminAutoHeightTextInput

from stakeholders.models import Update


class TellForm(forms.ModelForm):
    """The words in which stakeholders are told."""

    class Meta:
        model = Update
        fields = ("summary",)
        widgets = {"summary": AdminAutoHeightTextInput(attrs={"rows": 4})}
        help_texts = {
            "summary": "What is new and why it matters, in a few plain sentences. The mail has the "
            "title before it and the link after it."
        }
