from django import forms

from .addresses import validate_address


class AddressField(forms.EmailField):
    """The address of the person who fills in the form, to which we send a link."""

    # Instead of Django's own, which it includes: one fault is said once.
    default_validators = [validate_address]
    default_error_messages = {
        "required": "Write your e-mail address: we send a link there.",
        "invalid": "This is no e-mail address. Write it like name@example.org.",
    }

    def __init__(self, **kwargs):
        widget = forms.EmailInput(attrs={"autocomplete": "email"})
        super().__init__(label="Your e-mail address", widget=widget, **kwargs)
