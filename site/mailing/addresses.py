"""Which addresses we write to."""

from django.core.exceptions import ValidationError
from django.core.validators import EmailValidator

# ASCII before the "@", any domain, at most 320 characters.
looks_like_an_address = EmailValidator()


def validate_address(value):
    """For every form that asks for an address: raise ValidationError unless mail can go there.

    Django's own validator takes control characters within quotes and separators of lines that are
    no newlines; a mail's header takes neither.
    """
    looks_like_an_address(value)
    if not value.isprintable():
        raise ValidationError(looks_like_an_address.message, code=looks_like_an_address.code)
