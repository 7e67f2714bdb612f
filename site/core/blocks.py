"""Blocks that any page of prose may use."""

import re
from collections import defaultdict
from copy import copy

from django.core.exceptions import ValidationError
from wagtail import blocks
from wagtail.blocks.struct_block import StructBlockValidationError
from wagtail.contrib.table_block.blocks import TableBlock
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.images.blocks import ImageBlock, ImageChooserBlock

PROSE_FEATURES = ["bold", "italic", "ol", "ul", "link", "document-link"]


class HeadingBlock(blocks.CharBlock):
    def __init__(self, **kwargs):
        super().__init__(max_length=120, **kwargs)

    class Meta:
        icon = "title"
        description = "Starts a section. Readers jump between headings, so say what follows."
        template = "core/blocks/heading.html"
        preview_value = "What a safe setting must refuse"


class ParagraphBlock(blocks.RichTextBlock):
    def __init__(self, **kwargs):
        super().__init__(features=PROSE_FEATURES, **kwargs)

    class Meta:
        icon = "pilcrow"
        description = "One or more paragraphs, with lists and links."
        template = "core/blocks/paragraph.html"
        preview_value = "<p>Records are linked by a body that never sees what they say.</p>"


class SizedImageChooserBlock(ImageChooserBlock):
    """Reads all images of a page together with their sized copies, in one query once these are
    made. An image that stands twice keeps the words that belong to each place."""

    sizes = ("width-480", "width-960")

    def bulk_to_python(self, values):
        copies = self.model_class.get_rendition_model().objects.filter(
            image__in=set(values) - {None}, filter_spec__in=self.sizes
        )
        by_image = defaultdict(list)
        for rendition in copies.select_related("image"):
            by_image[rendition.image_id].append(rendition)
        images = {pk: renditions[0].image for pk, renditions in by_image.items()}
        images |= self.model_class.objects.in_bulk(set(values) - images.keys() - {None})
        return [with_copies(images.get(pk), by_image[pk]) for pk in values]


def with_copies(image, renditions):
    """An image of its own, with its sized copies, as Wagtail's `prefetch_renditions` gives them."""
    image = copy(image)
    if image:
        image.prefetched_renditions = [copy(rendition) for rendition in renditions]
        for rendition in image.prefetched_renditions:
            rendition.image = image
    return image


class SizedImageBlock(ImageBlock):
    def __init__(self, required=True, **kwargs):
        super().__init__(required=required, **kwargs)
        chooser = SizedImageChooserBlock(required=required)
        chooser.set_name("image")
        self.child_blocks["image"] = chooser


class QuoteBlock(blocks.StructBlock):
    text = blocks.TextBlock(max_length=600)
    source = blocks.CharBlock(
        max_length=160,
        required=False,
        help_text="Who said it. Remarks in meetings are not attributed: name the kind of person.",
    )

    class Meta:
        icon = "openquote"
        description = "Somebody's words, set apart."
        template = "core/blocks/quote.html"
        preview_value = {
            "text": "Show me what happens to the file on the day the project ends.",
            "source": "A participant, not attributed",
        }


class PictureBlock(blocks.StructBlock):
    """An image with a caption."""

    image = SizedImageBlock(
        help_text="Say in words what the image shows, or mark it as decorative."
    )
    caption = blocks.CharBlock(max_length=240, required=False)

    class Meta:
        icon = "image"
        label = "Image"
        description = "A picture or diagram, with words for those who can't see it."
        template = "core/blocks/picture.html"
        preview_template = "core/blocks/picture_preview.html"


DOCUMENT_ID = re.compile(r"[0-9]{1,18}")


class CitedDocumentBlock(DocumentChooserBlock):
    """A document known by its number alone until the page's links are resolved all at once."""

    def bulk_to_python(self, values):
        return list(values)

    def get_prep_value(self, value):
        return getattr(value, "pk", value)

    def value_from_form(self, value):
        if isinstance(value, str):
            return int(value) if DOCUMENT_ID.fullmatch(value) else None
        return value

    def get_form_state(self, value):
        # The document may be gone since: the form then asks for another.
        found = self.model_class.objects.filter(pk=self.get_prep_value(value)).first()
        return super().get_form_state(found)

    def extract_references(self, value):
        if value is not None:
            yield self.model_class, str(self.get_prep_value(value)), "", ""


class FileBlock(blocks.StructBlock):
    document = CitedDocumentBlock()
    title = blocks.CharBlock(
        max_length=160, help_text="What the link says. Its kind and size are added to it."
    )

    class Meta:
        icon = "doc-full"
        label = "Document"
        description = "A file to download, with its kind and size."
        template = "core/blocks/file.html"
        preview_template = "core/blocks/file_preview.html"


class DataTableBlock(TableBlock):
    class Meta:
        icon = "table"
        label = "Table"
        description = "Figures or facts in rows and columns. Give it a caption and header cells."
        template = "core/blocks/table.html"
        preview_value = {
            "data": [["Sector", "People"], ["Civil society", "9"], ["Academia", "4"]],
            "table_caption": "Who came",
            "first_row_is_table_header": True,
            "first_col_is_header": True,
            "table_header_choice": "both",
        }


class CallOutBlock(blocks.StructBlock):
    title = blocks.CharBlock(max_length=120)
    text = blocks.RichTextBlock(features=PROSE_FEATURES)

    class Meta:
        icon = "warning"
        label = "Call-out"
        description = "One thing that readers must not miss: a date, a decision, an invitation."
        template = "core/blocks/callout.html"
        preview_value = {
            "title": "Two weeks left to comment",
            "text": "<p>The proposal closes at the end of the month.</p>",
        }


class BodyBlock(blocks.StreamBlock):
    """The body of a post, a note or a standard page."""

    heading = HeadingBlock()
    paragraph = ParagraphBlock()
    quote = QuoteBlock()
    image = PictureBlock()
    document = FileBlock()
    table = DataTableBlock()
    callout = CallOutBlock()


class PeriodBlockMixin:
    """For a struct with `opens` and `closes` dates: the second may not lie before the first."""

    def clean(self, value):
        value = super().clean(value)
        if value["opens"] and value["closes"] and value["closes"] < value["opens"]:
            raise StructBlockValidationError(
                {"closes": ValidationError("It can't close before it opens: choose a later day.")}
            )
        return value
