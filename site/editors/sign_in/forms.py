"""allauth's forms for passkeys, in plain words, and deaf to whatever no browser sends."""

import struct

from allauth.mfa.adapter import get_adapter
from allauth.mfa.webauthn import forms as allauth
from cryptography.exceptions import InvalidSignature
from django import forms

LONGEST_NAME = 60  # signs
# What taking a made-up credential apart may end in, besides allauth's own refusals.
MADE_UP = (ArithmeticError, AttributeError, InvalidSignature, LookupError, TypeError, ValueError)


class CredentialField(forms.JSONField):
    """What a browser says of a passkey: JSON that is flat enough to read and has no escapes, with
    which signs could come that no database keeps."""

    widget = forms.HiddenInput

    def to_python(self, value):
        if isinstance(value, str) and "\\" in value:
            raise get_adapter().validation_error("incorrect_code")
        try:
            return super().to_python(value)
        except RecursionError:
            raise get_adapter().validation_error("incorrect_code") from None


def refuse_made_up(clean):
    """Let a made-up credential be a wrong one."""

    def wrapper(form):
        try:
            return clean(form)
        except (*MADE_UP, struct.error):
            raise get_adapter().validation_error("incorrect_code") from None

    return wrapper


class AddPasskey(allauth.AddWebAuthnForm):
    credential = CredentialField()
    name = forms.CharField(
        label="Name", max_length=LONGEST_NAME, required=False, help_text="Such as: work laptop"
    )
    passwordless = forms.BooleanField(
        label="Sign in with it alone, without the password",
        required=False,
        initial=True,
        help_text="Your device asks for your finger, your face or a PIN instead.",
    )
    clean = refuse_made_up(allauth.AddWebAuthnForm.clean)


class RenamePasskey(allauth.EditWebAuthnForm):
    name = forms.CharField(label="Name", max_length=LONGEST_NAME)


class UsePasskey(allauth.AuthenticateWebAuthnForm):
    credential = CredentialField()
    clean_credential = refuse_made_up(allauth.AuthenticateWebAuthnForm.clean_credential)


class SignInWithPasskey(allauth.LoginWebAuthnForm):
    credential = CredentialField()
    clean_credential = refuse_made_up(allauth.LoginWebAuthnForm.clean_credential)


class ConfirmWithPasskey(allauth.ReauthenticateWebAuthnForm):
    credential = CredentialField()
    clean_credential = refuse_made_up(allauth.ReauthenticateWebAuthnForm.clean_credential)
