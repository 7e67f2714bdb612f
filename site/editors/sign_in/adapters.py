"""What is ours about allauth's way of signing people in."""

import time
from urllib.parse import urlsplit

import qrcode
from allauth.account import app_settings
from allauth.account.adapter import DefaultAccountAdapter
from allauth.core import context
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from django.conf import settings
from django.utils.http import url_has_allowed_host_and_scheme
from qrcode.image.svg import SvgPathImage

from core.networks import network_of

from .lock import lock_name
from .sessions import SIGNED_IN_AT

# Ways to prove that it is still you, by allauth's names.
WAYS = {
    "reauthenticate": "your password",
    "mfa_reauthenticate": "a code",
    "mfa_reauthenticate:webauthn": "a passkey",
}


class AccountAdapter(DefaultAccountAdapter):
    """Names and passwords, what limits guessing them, and the mail about them."""

    error_messages = {
        **DefaultAccountAdapter.error_messages,
        "enter_current_password": "That is not your password.",
        "incorrect_password": "That is not your password.",
        "rate_limited": "Too many tries. Wait five minutes, then try again.",
        "too_many_login_attempts": (
            "Too many wrong tries. Wait five minutes, then try again. "
            "If that was not you, reset your password: that lets you in at once."
        ),
        "username_password_mismatch": "That name and password do not go together.",
    }

    def get_client_ip(self, request):
        """Never the address: a keyed hash of its network, which is all that limits need."""
        return network_of(request)

    def _get_login_attempts_cache_key(self, request, **credentials):
        return lock_name(credentials["username"])

    def is_safe_url(self, url):
        host = context.request.get_host()
        return url_has_allowed_host_and_scheme(url, {host}, context.request.is_secure())

    def is_reauthentication_required(self, app):
        """Nobody types the password twice within minutes."""
        age = time.time() - context.request.session.get(SIGNED_IN_AT, 0)
        return age > app_settings.REAUTHENTICATION_TIMEOUT

    def get_reauthentication_methods(self, user):
        return [
            way | {"description": WAYS[way["id"]]}
            for way in super().get_reauthentication_methods(user)
        ]

    def format_email_subject(self, subject):
        return f"{settings.WAGTAIL_SITE_NAME}: {subject}"

    def get_reset_password_from_key_url(self, key):
        return settings.SITE_URL + urlsplit(super().get_reset_password_from_key_url(key)).path


class SecondFactorAdapter(DefaultMFAAdapter):
    """Apps and passkeys call the site by its name."""

    error_messages = {
        **DefaultMFAAdapter.error_messages,
        "incorrect_code": "That code is wrong or was used before. Wait for the next one.",
    }

    def generate_authenticator_name(self, user, type):
        return f"Passkey {Authenticator.objects.filter(user=user, type=type).count() + 1}"

    def get_totp_issuer(self):
        return settings.WAGTAIL_SITE_NAME

    def get_public_key_credential_rp_entity(self):
        return super().get_public_key_credential_rp_entity() | {"name": settings.WAGTAIL_SITE_NAME}

    def build_totp_svg(self, url):
        return qrcode.make(url, image_factory=SvgPathImage).to_string(encoding="unicode")
