"""Form fields for comments."""

import uuid

from django import forms
from django.core.exceptions import ValidationError
from django.core.signing import BadSignature, Signer

from core.fields import WordsField

from .text import is_too_deep, says_nothing

LONGEST_COMMENT = 5000
EMPTY = "Write your comment here."


def check_words(text):
    if says_nothing(text):
        raise ValidationError(EMPTY)


def check_depth(text):
    if is_too_deep(text):
        raise ValidationError(
            "Quotes or lists lie too deep in each other to be shown. Take out some of the signs "
            "(> - *) at the beginnings of lines."
        )


class CommentField(WordsField):
    """The text of a comment."""

    widget = forms.Textarea(attrs={"rows": 10, "data-longest": LONGEST_COMMENT})
    default_validators = [check_words, check_depth]
    default_error_messages = {"required": EMPTY}

    def __init__(self, **kwargs):
        super().__init__(
            LONGEST_COMMENT,
            help_text=(
                f"Up to {LONGEST_COMMENT:,} characters. An empty line begins a paragraph, > a "
                "quote, - a list; *emphasis* and web addresses work as well."
            ),
            **kwargs,
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
