"""Form fields for what people type: cleaned first, then measured."""

import uuid

from django import forms
from django.core.exceptions import ValidationError
from django.core.signing import BadSignature, Signer
from django.core.validators import MaxLengthValidator

from .text import clean_line, clean_text, is_too_deep

LONGEST_COMMENT = 5000


def check_depth(text):
    if is_too_deep(text):
        raise ValidationError(
            "Quotes or lists lie too deep in each other to be shown. Take out some of the signs "
            "(> - *) at the beginnings of lines."
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
        message = f"This has %(show_value)d characters. At most {longest:,} fit: please shorten it."
        super().__init__(**kwargs)
        self.validators.append(MaxLengthValidator(longest, message))

    def to_python(self, value):
        return clean_text(super().to_python(value))


class CommentField(WordsField):
    """The text of a comment."""

    widget = forms.Textarea(attrs={"rows": 10, "data-longest": LONGEST_COMMENT})
    default_validators = [check_depth]
    default_error_messages = {"required": "Write your comment here."}

    def __init__(self, **kwargs):
        super().__init__(
            LONGEST_COMMENT,
            help_text=(
                f"Up to {LONGEST_COMMENT:,} characters. An empty line begins a paragraph, > a "
                "quote, - a list; *emphasis* and web addresses work as well."
            ),
            **kwargs,
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


class SignedUUIDField(forms.CharField):
    """A uuid that we made: what names a form."""

    widget = forms.HiddenInput

    def to_python(self, value):
        try:
            return uuid.UUID(form_signer().unsign(super().to_python(value)))
        except BadSignature as error:
            raise ValidationError("This was not made here.") from error


def new_signed_uuid():
    return form_signer().sign(uuid.uuid4().hex)


def form_signer():
    return Signer(salt="discussion.form")
