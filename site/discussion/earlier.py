"""What was sent before a comment."""

from functools import cache

from django.db.models import Q

from core.prepared import Gap, Prepared

from .models import PublicComment
from .text import text_hash


class Earlier:
    """All that the taking of a comment asks of those there are, in one query: to ask costs more
    than any of the answers.

    `has_same` is whether this very comment was sent before, `has_form` whether its form was, with
    whatever text, and `times_sent` how often its text was, by whomever and wherever.
    """

    def __init__(self, comment):
        text = text_hash(comment.comment)
        rows = sent_like()(text, comment.uuid.hex)
        self.times_sent = sum(sent == text for sent, _, _ in rows)
        self.has_form = any(uuid == comment.uuid for _, uuid, _ in rows)
        self.has_same = any(same == comment.fingerprint for _, _, same in rows)


@cache
def sent_like():
    """(hash of the text, uuid, fingerprint) of the comments with a text or a uuid (hex)."""
    like = PublicComment.objects.filter(Q(text_hash=Gap(0)) | Q(uuid=Gap(1))).order_by()
    return Prepared(like.values_list("text_hash", "uuid", "fingerprint"))


def times_sent(comment):
    """How often the text of a comment that is there was sent besides."""
    same = PublicComment.objects.filter(text_hash=text_hash(comment.comment))
    return same.exclude(pk=comment.pk).count()
