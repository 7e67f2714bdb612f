"""An editor chooses a block by looking: every block has an icon, a description and a preview."""

import pytest
from django.apps import apps
from django.urls import reverse
from wagtail import blocks
from wagtail.fields import StreamField


def offered_blocks():
    """Every block that an editor can choose in a stream, by "field: block"."""
    return {
        f"{model.__name__}.{field.name}: {name}": block
        for model in apps.get_models()
        for field in model._meta.local_fields
        if isinstance(field, StreamField)
        for name, block in field.stream_block.child_blocks.items()
    }


OFFERED = offered_blocks()


@pytest.mark.parametrize("name", OFFERED)
def test_block_says_what_it_is_for(name):
    meta = OFFERED[name].meta
    assert meta.icon != blocks.Block._meta_class.icon
    assert OFFERED[name].get_description()


@pytest.mark.parametrize("name", OFFERED)
def test_block_can_be_previewed(editor_client, name):
    block = OFFERED[name]
    assert block.is_previewable
    response = editor_client.get(
        reverse("wagtailadmin_block_preview"), {"id": block.definition_prefix}
    )
    assert response.status_code == 200
    assert "core/site.css" in response.content.decode()
