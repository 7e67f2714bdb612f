"""What was sent before a comment."""

from functools import cache

from django.db.models import Count, Q, Value

from core.prepared import Gap, Prepared

from .models import PublicComment
from .text import text_hash


class Earlier:
    """All that the taking of a comment asks of those there are, in one query: to ask costs more
    than any of the answers.

    `has_same` is whether this very comment was sent before, `has_form` whether its form was, with
    whatever text, `times_sent` how often its text was, by whomever and wherever, and `by_author`
    how many comments its author wrote.
    """

    def __init__(self, comment):
        [(self.times_sent, forms, same, self.by_author)] = numbers_sent()(
            text_hash(comment.comment), comment.uuid.hex, comment.fingerprint, comment.author_key
        )
        self.has_form, self.has_same = forms > 0, same > 0


@cache
def numbers_sent():
    """[(number of comments with a text (its hash), a uuid (hex), a fingerprint, by an author)]."""
    text, form, same = Q(text_hash=Gap(0)), Q(uuid=Gap(1)), sent_once(Gap(2))
    author = Q(author_key=Gap(3))
    # By nothing that differs, so that all are one group.
    alike = PublicComment.objects.filter(text | form | same | author).order_by()
    counts = (Count("pk", filter=each) for each in (text, form, same, author))
    numbers = dict(zip(("texts", "forms", "same", "author"), counts, strict=True))
    return Prepared(alike.values(one=Value(1)).annotate(**numbers).values_list(*numbers))


def sent_once(fingerprint):
    """The condition for the one comment of that fingerprint, in the words of the index that holds
    them: SQLite reads all comments for any other."""
    return Q(fingerprint=fingerprint) & ~Q(fingerprint="")


def times_sent(comment):
    """How often the text of a comment that is there was sent besides."""
    same = PublicComment.objects.filter(text_hash=text_hash(comment.comment))
    return same.exclude(pk=comment.pk).count()
