"""Words taken out of a comment. A moderator puts [[ and ]] around them and changes nothing else."""

import re
from datetime import timedelta

from django.conf import settings
from django.utils import timezone

from core.text import clean_text

from .models import Decision
from .policy import REMOVED

MARKED = re.compile(r"\[\[(.+?)\]\]", re.DOTALL)
BRACKETS = re.compile(r"\[\[|\]\]")


class NothingMarked(ValueError):
    """No words are marked."""


class OtherwiseChanged(ValueError):
    """More was changed than marks set: nobody puts words into another's mouth."""


def redacted(text, marked, reason):
    """`text` without the words that are marked in `marked`; in their place stands why."""
    marked = clean_text(marked)
    if BRACKETS.sub("", marked) != BRACKETS.sub("", text):
        raise OtherwiseChanged
    if not MARKED.search(marked):
        raise NothingMarked
    return MARKED.sub(REMOVED[reason], marked)


def due_for_deletion():
    """Redactions whose words have been kept for long enough to undo them."""
    kept_since = timezone.now() - timedelta(days=settings.REDACTED_TEXT_DAYS)
    return Decision.objects.filter(made_at__lt=kept_since).exclude(text_before="")
