import json

from django.core.serializers.json import DjangoJSONEncoder
from django.utils.functional import cached_property
from wagtail.admin.forms import WagtailAdminPageForm
from wagtail.blocks import BlockField


class BasePageForm(WagtailAdminPageForm):
    """A page's form that knows whether anything was changed. What counts as changed is a new text,
    and asks for every signature again.

    Django compares a field whose default is worked out (today, in a week) with a hidden copy of it,
    which Wagtail's templates leave out: each such form would count as an edit. Wagtail compares
    blocks as the browser sent them with blocks as they are stored: “4” with 4, 12/03/2026 with
    2026-03-12.
    """

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            field.show_hidden_initial = False

    @cached_property
    def changed_data(self):
        return [name for name in super().changed_data if not self.came_back_as_stored(name)]

    def came_back_as_stored(self, name):
        """Whether these are blocks that would be stored as they are already."""
        field = self.fields[name]
        if not isinstance(field, BlockField) or not self.is_valid():
            return False
        values = (self[name].initial, self.cleaned_data[name])
        stored, sent = (
            json.dumps(field.block.get_prep_value(value), cls=DjangoJSONEncoder, sort_keys=True)
            for value in values
        )
        return stored == sent
