"""The signed links that authors and followers get by mail: who has one may do what it is for.

A uuid keeps its hyphens: to spam filters 32 digits in a row may look like a Bitcoin address.
"""

from datetime import timedelta
from uuid import UUID

from django.conf import settings
from django.core.signing import BadSignature, Signer, TimestampSigner
from django.urls import reverse

from .models import PublicComment


def confirm_url(comment):
    """Holds for as long as an unconfirmed comment is kept."""
    return absolute("comment_confirm", signer("confirm").sign(str(comment.uuid)))


def token_in(url):
    """What the last part of a link holds."""
    return url.rstrip("/").rpartition("/")[2]


def mine_url(comment):
    return absolute("comment_mine", signer("mine").sign(str(comment.uuid)))


def mute_url(comment):
    return absolute("comment_mute", signer("mute").sign(str(comment.uuid)))


def find_comment(purpose, token):
    """The comment that a link names, None where the link doesn't hold or the comment is gone."""
    try:
        if purpose == "confirm":
            days = timedelta(days=settings.UNCONFIRMED_COMMENT_DAYS)
            name = signer(purpose).unsign(token, max_age=days)
        else:
            name = signer(purpose).unsign(token)
    except BadSignature:
        return None
    return PublicComment.objects.filter(uuid=UUID(name)).first()


def signer(purpose):
    kind = TimestampSigner if purpose == "confirm" else Signer
    return kind(salt=f"discussion.{purpose}")


def absolute(view, token):
    return settings.SITE_URL + reverse(view, args=[token])
