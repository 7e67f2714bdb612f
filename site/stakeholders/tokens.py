"""The random part of a link that works once. The database knows its hash alone."""

import hashlib
import secrets

BYTES = 32


def new_token():
    """256 random bits, as text for an address."""
    return secrets.token_urlsafe(BYTES)


def token_hash(token):
    """SHA-256 (hex): enough for what nobody can guess."""
    return hashlib.sha256(token.encode("utf-8", "replace")).hexdigest()
