from django.db import models
from django.utils import timezone
from wagtail.models import Page
from wagtail.search import index

from core.models import BasePageQuerySet, Strand
from home.search.words import stems
from proposals.kinds import Kind
from proposals.models import Statement


class Section(models.TextChoices):
    """Where on the site a finding stands, as a reader would say it."""

    BLOG = "blog", "Blog"
    NOTES = "notes", "Meeting notes"
    PROPOSALS = "proposals", "Proposals"
    STATEMENTS = "statements", "Statements"
    PAGES = "pages", "Other pages"

    @property
    def one(self):
        """What one finding of this section is."""
        return {
            Section.BLOG: "Post",
            Section.NOTES: "Meeting note",
            Section.PAGES: "Page",
        }.get(self, self.label.removesuffix("s"))


class FindingQuerySet(models.QuerySet):
    def newest_first(self):
        return self.order_by("-date", "-pk")

    def published_ids(self):
        """The ids of findings on pages that a reader may find, in this order. Pages are asked for
        apart: within one question a database may ask for its page for each finding."""
        pages = set(BasePageQuerySet(Page).published().values_list("pk", flat=True))
        return [pk for pk, page in self.values_list("pk", "page") if page in pages]


class Finding(index.Indexed, models.Model):
    """One thing that search can find: a published page, or a statement of one.

    It repeats what its page or statement says, as plain text: for the excerpt, for the filters,
    and (folded and stemmed) for Wagtail's search index.
    """

    page = models.ForeignKey(Page, on_delete=models.CASCADE, related_name="findings")
    statement = models.OneToOneField(
        Statement, null=True, on_delete=models.CASCADE, related_name="finding"
    )
    section = models.CharField(max_length=10, choices=Section)
    kind = models.CharField(max_length=12, choices=Kind, blank=True)
    strand = models.ForeignKey(Strand, null=True, on_delete=models.SET_NULL, related_name="+")
    date = models.DateField()
    heading = models.CharField(max_length=255)
    text = models.TextField()

    objects = FindingQuerySet.as_manager()

    # Whoever writes findings writes their index as well, all at once.
    search_auto_update = False
    wagtail_reference_index_ignore = True
    # Wagtail's index ranks the field of this name above all others.
    search_fields = [index.SearchField("title"), index.SearchField("body")]

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["page"], condition=models.Q(statement=None), name="finding_of_page_once"
            )
        ]

    def __str__(self):
        return self.heading

    def title(self):
        return " ".join(stems(self.heading))

    def body(self):
        return " ".join(stems(f"{self.heading}\n{self.text}"))

    @property
    def section_label(self):
        return Section(self.section).one

    @property
    def date_means(self):
        """What to say before its date, which may lie ahead: the opening of a proposal."""
        if self.section != Section.PROPOSALS:
            return ""
        return "opens on " if self.date > timezone.localdate() else "opened on "

    @property
    def url(self):
        return f"{self.page.url}#{self.statement.reference}" if self.statement else self.page.url
