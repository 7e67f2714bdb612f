"""Blocks of "What we're doing": the phases, what each brings, the principles."""

from datetime import date

from django.db import models
from django.utils import timezone
from wagtail import blocks
from wagtail.blocks.struct_block import BlockGroup
from wagtail.models import Page

from core.blocks import PROSE_FEATURES, PeriodBlockMixin
from core.models.querysets import is_found


class PhaseKind(models.TextChoices):
    SCOPING = "scoping", "Scoping"
    CALL_FOR_EVIDENCE = "call_for_evidence", "Call for evidence"
    WORKING_GROUPS = "working_groups", "Working groups"
    CONSULTATION = "consultation", "Consultation"
    CONCLUSIONS = "conclusions", "Conclusions"


class PhaseValue(blocks.StructValue):
    """A phase as a reader sees it today. A draft's phase may lack its dates."""

    @property
    def name(self):
        return self["title"] or PhaseKind(self["kind"]).label

    @property
    def is_over(self):
        return bool(self["closes"]) and self["closes"] < timezone.localdate()

    @property
    def is_now(self):
        today = timezone.localdate()
        return bool(self["opens"] and self["closes"]) and self["opens"] <= today <= self["closes"]

    @property
    def days_left(self):
        return (self["closes"] - timezone.localdate()).days


class FoundPageBlock(blocks.PageChooserBlock):
    """Knows of all pages chosen, in the one query that reads them, whether readers find them."""

    def bulk_to_python(self, values):
        found = Page.objects.annotate(is_found=is_found()).in_bulk(set(values) - {None})
        return [found.get(pk) for pk in values]


# To migrations it is Wagtail's.
DECONSTRUCT_ALIASES = {FoundPageBlock: "wagtail.blocks.PageChooserBlock"}


class OutputValue(blocks.StructValue):
    @property
    def url(self):
        """Where readers find it, None as long as they don't. A preview, whose pages are read one
        by one, looks only whether it is live."""
        page = self["page"]
        return page.url if page and getattr(page, "is_found", page.live) else None


class OutputBlock(blocks.StructBlock):
    title = blocks.CharBlock(max_length=160)
    page = FoundPageBlock(
        required=False, help_text="Choose it once it exists: until then readers see it is to come."
    )

    class Meta:
        icon = "doc-full"
        description = "Something that a phase brings: a note, a proposal, a paper."
        template = "process/blocks/output.html"
        preview_value = {"title": "Note of the plenary", "page": None}
        value_class = OutputValue
        label_format = "{title}"


class PhaseBlock(PeriodBlockMixin, blocks.StructBlock):
    """A dated stretch of the process."""

    kind = blocks.ChoiceBlock(choices=PhaseKind.choices)
    title = blocks.CharBlock(
        max_length=80, required=False, help_text="Left empty, the kind is its name."
    )
    opens = blocks.DateBlock(help_text="Its first day.")
    closes = blocks.DateBlock(help_text="Its last day.")
    description = blocks.RichTextBlock(features=PROSE_FEATURES)
    outputs = blocks.ListBlock(OutputBlock(), default=[], label="What it brings")

    class Meta:
        icon = "date"
        description = "A dated stretch of the process and what it brings."
        template = "process/blocks/phase.html"
        preview_value = {
            "kind": PhaseKind.CONSULTATION,
            "title": "",
            "opens": date(2027, 2, 1),
            "closes": date(2027, 3, 29),
            "description": "<p>Eight weeks in which anybody can say what they think.</p>",
            "outputs": [{"title": "Consultation paper", "page": None}],
        }
        value_class = PhaseValue
        label_format = "{kind}: {opens} to {closes}"
        form_layout = BlockGroup(
            children=["kind", "title", "opens", "closes", "description", "outputs"]
        )


class PrincipleBlock(blocks.StructBlock):
    title = blocks.CharBlock(max_length=80)
    text = blocks.TextBlock(max_length=500, rows=3)

    class Meta:
        icon = "tick"
        description = "A rule for working together, in a word and a sentence."
        template = "process/blocks/principle.html"
        preview_template = "process/blocks/principle_preview.html"
        preview_value = {"title": "Transparency", "text": "Everything is written up."}
        label_format = "{title}"
