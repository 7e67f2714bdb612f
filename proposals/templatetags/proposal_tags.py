from django import template

from proposals.kinds import Kind
from proposals.reading import ReadStatement

register = template.Library()


@register.simple_tag
def as_statement(value):
    """A statement block by itself, as the editor's preview of a block shows it."""
    return ReadStatement(kind=Kind(value.block.meta.kind), value=value, block_id="preview")
