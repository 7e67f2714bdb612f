from django import template

from agreement.reading.found import Found
from agreement.words import name_of

register = template.Library()


@register.filter
def as_found(kept):
    """What a statement's row holds of the last snapshot, to be shown."""
    return Found(kept)


@register.filter
def in_words(standing):
    """What a found standing is called."""
    return name_of(standing)
