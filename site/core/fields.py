"""Form fields for what people type: cleaned first, then measured."""

from django import forms
from django.core.exceptions import ValidationError

from .text import clean_line, clean_text

TRAPPED = (
    "A field was filled in that people don’t see; perhaps your browser did it. It is empty again "
    "and what you wrote is still here: please send it once more."
)


class LineField(forms.CharField):
    """One line, such as a name."""

    def to_python(self, value):
        return clean_line(super().to_python(value))


class WordsField(forms.CharField):
    """Text of at most `longest` characters. Browsers are not told: they would cut off without a
    word what is pasted."""

    widget = forms.Textarea(attrs={"rows": 5})

    def __init__(self, longest, **kwargs):
        super().__init__(**kwargs)
        self.longest = longest

    def to_python(self, value):
        return clean_text(super().to_python(value))

    def validate(self, value):
        super().validate(value)
        if len(value) > self.longest:
            raise ValidationError(
                f"This has {len(value):,} characters. At most {self.longest:,} fit: "
                "please shorten it."
            )


class TrapInput(forms.TextInput):
    """Always shown empty: what filled it in once need not be emptied by hand."""

    def format_value(self, value):
        return None


class TrapField(forms.CharField):
    """A field that people don't see and programs fill in."""

    def __init__(self):
        super().__init__(
            label="Leave this empty",
            required=False,
            widget=TrapInput(attrs={"autocomplete": "off", "tabindex": "-1"}),
        )
