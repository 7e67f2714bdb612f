"""How an editor says which risks and limitations of the same page a safeguard meets."""

import json
import re

from django import forms
from django.core.exceptions import ValidationError
from wagtail import blocks

from .kinds import MET_BY_SAFEGUARDS

BLOCK_ID = re.compile(r"[0-9a-f-]{36}")


class StatementPicker(forms.TextInput):
    """A hidden field with the ids of the chosen blocks (a JSON list), and a list of checkboxes that
    the script draws from the risks and limitations in the form as it stands, saved or not."""

    template_name = "proposals/widgets/statement_picker.html"

    def get_context(self, name, value, attrs):
        context = super().get_context(name, value, attrs)
        context["kinds"] = " ".join(MET_BY_SAFEGUARDS)
        return context

    class Media:
        js = ["proposals/statement-picker.js"]


class BlockIdsField(forms.Field):
    """A list of block ids, sent as JSON."""

    widget = StatementPicker

    def to_python(self, value):
        ids = read_ids(value)
        if ids is None:
            raise ValidationError("Tick again what this safeguard meets.")
        return ids

    def prepare_value(self, value):
        return json.dumps(value or [])


def read_ids(value):
    """The ids in a JSON list or a Python list, each once; None if it holds anything else."""
    try:
        ids = json.loads(value or "[]") if not isinstance(value, list) else value
    except (ValueError, RecursionError):
        return None
    valid = isinstance(ids, list) and all(
        isinstance(block_id, str) and BLOCK_ID.fullmatch(block_id) for block_id in ids
    )
    return list(dict.fromkeys(ids)) if valid else None


class MetStatementsBlock(blocks.FieldBlock):
    """The ids of the blocks of this page that a safeguard meets."""

    def __init__(self, help_text=None, **kwargs):
        self.field = BlockIdsField(required=False, help_text=help_text)
        super().__init__(**kwargs)

    def value_from_form(self, value):
        ids = read_ids(value)
        return value if ids is None else ids

    class Meta:
        icon = "lock"
        default = []
