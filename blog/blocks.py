"""Blocks of a meeting note: who came, and what they undertook to do."""

from wagtail import blocks
from wagtail.snippets.blocks import SnippetChooserBlock


class AttendanceBlock(blocks.StructBlock):
    """One organisation at a meeting."""

    organisation = SnippetChooserBlock("core.Organisation")
    people = blocks.IntegerBlock(min_value=1, max_value=99, default=1, label="How many people")
    names = blocks.CharBlock(
        max_length=300,
        required=False,
        help_text="Only of people who agreed to be named. Never shown while names are withheld.",
    )

    class Meta:
        icon = "group"
        description = "An organisation that was there, with how many people."
        template = "blog/blocks/attendance.html"
        preview_template = "blog/blocks/attendance_preview.html"
        label_format = "{organisation}"


class ActionBlock(blocks.StructBlock):
    """Something that somebody undertook to do."""

    action = blocks.TextBlock(max_length=300, rows=2)
    owner = blocks.CharBlock(max_length=120, help_text="An organisation or a role, not a person.")
    due = blocks.DateBlock(required=False)
    done = blocks.BooleanBlock(required=False)

    class Meta:
        icon = "check"
        description = "Something that somebody undertook to do, by when, and whether it is done."
        template = "blog/blocks/action.html"
        preview_template = "blog/blocks/action_preview.html"
        label_format = "{action}"
