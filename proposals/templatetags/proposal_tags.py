from django import template

from proposals.kinds import Kind
from proposals.reading import ReadStatement

register = template.Library()


@register.simple_tag
def as_statement(value):
    """A statement block by itself, as the editor's preview of a block shows it."""
    raw = value.block.get_prep_value(value)
    return ReadStatement(Kind(value.block.meta.kind), value, raw, block_id="preview")
