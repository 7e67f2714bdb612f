"""E-mail addresses: when two are the same, and how to know one again without keeping it."""

from django.conf import settings
from django.utils.crypto import salted_hmac


def normalise(address):
    """The address in lower case and without spaces around it: what makes two the same."""
    return address.strip().lower()


def address_key(address):
    """A keyed hash (SHA-256, hex) of an address. Without ADDRESS_KEY nobody can try addresses out;
    with another key nobody is known again, so it is not changed when SECRET_KEY is."""
    return salted_hmac(
        "core.addresses", normalise(address), secret=settings.ADDRESS_KEY, algorithm="sha256"
    ).hexdigest()
