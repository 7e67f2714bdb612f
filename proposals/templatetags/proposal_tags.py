from django import template

from proposals.blocks import Bearing, EvidenceKind
from proposals.kinds import Kind
from proposals.models.proposal import Status
from proposals.reading import ReadStatement

register = template.Library()

LABELS = dict(EvidenceKind.choices + Bearing.choices + Status.choices)


@register.filter
def choice_label(value):
    """The words for a choice kept by its key: a kind of evidence, a bearing, a likelihood."""
    return LABELS.get(value) or (value or "").capitalize()


@register.simple_tag
def as_statement(value):
    """A statement block by itself, as the editor's preview of a block shows it."""
    return ReadStatement(kind=Kind(value.block.meta.kind), value=value, block_id="preview")
