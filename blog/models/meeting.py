from django.db import models
from django.utils.functional import cached_property
from modelcluster.fields import ParentalKey
from wagtail import blocks
from wagtail.admin.panels import FieldPanel, InlinePanel, MultiFieldPanel
from wagtail.fields import StreamField
from wagtail.models import Orderable

from blog.blocks import ActionBlock, AttendanceBlock
from core.models import BasePage
from core.page_store import tags
from core.panels import help_from_guide
from proposals.models import ProposalPage, Statement

from .post import BlogPage


class MeetingNotePage(BlogPage):
    """What was said in a meeting and who will do what, without saying who said what."""

    place = models.CharField(max_length=160, help_text="A building, a town, or “Online”.")
    names_withheld = models.BooleanField(
        "withhold names",
        default=True,
        help_text="Show how many people came from each organisation, and nobody's name.",
    )
    non_attribution = models.BooleanField(
        "say that remarks are not attributed",
        default=True,
        help_text="Shows the notice that nobody's remarks are linked to their name.",
    )
    attendance = StreamField(
        blocks.StreamBlock([("organisation", AttendanceBlock())], required=False),
        blank=True,
        verbose_name="who came",
    )
    actions = StreamField(
        blocks.StreamBlock([("action", ActionBlock())], required=False), blank=True
    )

    kind_label = "Meeting note"
    content_panels = [
        help_from_guide("publish-a-meeting-note", "How to publish a meeting note"),
        *BasePage.content_panels,
        "introduction",
        MultiFieldPanel(["date", "place"], heading="When and where"),
        *BlogPage.voice_panels,
        MultiFieldPanel(
            [
                FieldPanel("attendance", heading="Organisations"),
                "names_withheld",
                "non_attribution",
            ],
            heading="Who came",
        ),
        FieldPanel("body", heading="Sections"),
        "actions",
        InlinePanel("discussed_statements", label="Statement", heading="Statements discussed"),
        BlogPage.about_panel,
        *BlogPage.discussion_panels,
    ]
    parent_page_types = ["blog.BlogIndexPage"]
    subpage_types = []
    page_description = "Who met, what was said under each heading, and what was agreed to be done."

    class Meta:
        verbose_name = "meeting note"

    @property
    def people(self):
        return sum(block.value["people"] or 0 for block in self.attendance)

    @cached_property
    def statements_discussed(self):
        """The statements with their proposals, in the order given, as far as readers find them."""
        # By path, since of a draft's rows nothing else of a page can be asked with the same words.
        found = ProposalPage.objects.published().values_list("path", flat=True)
        links = self.discussed_statements.filter(statement__proposal__path__in=found)
        return [link.statement for link in links.select_related("statement__proposal")]

    def store_tags(self):
        proposals = {statement.proposal_id for statement in self.statements_discussed}
        return super().store_tags() | {tags.page(pk) for pk in proposals}

    @property
    def actions_done(self):
        return sum(bool(block.value["done"]) for block in self.actions)


class DiscussedStatement(Orderable):
    page = ParentalKey(
        MeetingNotePage, on_delete=models.CASCADE, related_name="discussed_statements"
    )
    statement = models.ForeignKey(Statement, on_delete=models.CASCADE, related_name="discussed_in")

    panels = ["statement"]

    class Meta(Orderable.Meta):
        constraints = [
            models.UniqueConstraint(fields=["page", "statement"], name="note_statement_once")
        ]

    def __str__(self):
        return str(self.statement)
