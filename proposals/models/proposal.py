from dataclasses import replace
from datetime import timedelta

from django import forms
from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.http import Http404
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.functional import cached_property
from modelcluster.fields import ParentalManyToManyField
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.contrib.routable_page.models import RoutablePageMixin, path, re_path
from wagtail.fields import RichTextField, StreamField
from wagtail.search import index

from core.blocks import PROSE_FEATURES
from core.models import (
    BasePage,
    BasePageManager,
    BasePageQuerySet,
    Organisation,
    SignedPage,
    Strand,
    VoiceMixin,
)
from core.panels import help_from_guide
from discussion.models import DiscussedPage
from discussion.places import Openness
from proposals.blocks import StatementsBlock
from proposals.feeds import FEEDS
from proposals.parts import find_part, part_names
from proposals.reading import Reading


class Outcome(models.TextChoices):
    CONCLUDED = "concluded", "Concluded: the process has come to a result"
    WITHDRAWN = "withdrawn", "Withdrawn: it is no longer proposed"


class Status(models.TextChoices):
    """Where a proposal stands today. Worked out from its dates and outcome, never typed."""

    OPEN = "open", "Open for comment"
    FORTHCOMING = "forthcoming", "Forthcoming"
    CLOSED = "closed", "Closed"
    CONCLUDED = "concluded", "Concluded"
    WITHDRAWN = "withdrawn", "Withdrawn"


class ProposalQuerySet(BasePageQuerySet):
    def with_status(self, status):
        """Proposals that have `status` today: the same rule as `ProposalPage.status`."""
        if status in Outcome.values:
            return self.filter(outcome=status)
        today = timezone.localdate()
        dates = {
            Status.FORTHCOMING: {"opens__gt": today},
            Status.OPEN: {"opens__lte": today, "closes__gte": today},
            Status.CLOSED: {"opens__lte": today, "closes__lt": today},
        }[status]
        return self.filter(outcome="", **dates)


def in_a_week():
    return timezone.localdate() + timedelta(weeks=1)


def in_nine_weeks():
    return timezone.localdate() + timedelta(weeks=9)


class ProposalPage(SignedPage, DiscussedPage, VoiceMixin, RoutablePageMixin, BasePage):
    """One policy idea, set out as statements that people can weigh one by one."""

    summary = models.TextField(
        max_length=300, help_text="What is proposed, in two plain sentences. Shown in lists."
    )
    # Null in a draft alone: a published proposal has one.
    strand = models.ForeignKey(
        Strand, null=True, on_delete=models.PROTECT, related_name="proposals"
    )
    lead_departments = ParentalManyToManyField(
        Organisation, blank=True, related_name="+", help_text="Who would have to carry it out."
    )
    opens = models.DateField(default=in_a_week, help_text="The first day for comments.")
    closes = models.DateField(
        default=in_nine_weeks, help_text="The last day for comments, to its end."
    )
    outcome = models.CharField(
        max_length=10,
        choices=Outcome,
        blank=True,
        help_text="Leave empty until the process has come to an end.",
    )
    outcome_note = RichTextField(
        features=PROSE_FEATURES,
        blank=True,
        help_text="What was concluded, or why it was withdrawn.",
    )
    background = RichTextField(
        features=PROSE_FEATURES, blank=True, help_text="What is done today and why it might change."
    )
    statements = StreamField(
        StatementsBlock(),
        help_text=(
            "One claim each. A proposal needs at least one benefit, risk, limitation and safeguard "
            "before it is published. Their references (B1, R2 …) are given then and never change."
        ),
    )

    objects = BasePageManager.from_queryset(ProposalQuerySet)()

    asked_by_comments = (*DiscussedPage.asked_by_comments, "opens", "closes", "outcome")
    joined = ("strand",)
    shows_responses = True

    content_panels = [
        help_from_guide("publish-a-proposal", "How to publish a proposal"),
        *BasePage.content_panels,
        "summary",
        MultiFieldPanel(
            [
                FieldPanel("strand", widget=forms.Select),
                *VoiceMixin.voice_panels,
                FieldRowPanel(["opens", "closes"]),
                *DiscussedPage.discussion_panels,
            ],
            heading="Who and when",
        ),
        MultiFieldPanel(
            [FieldPanel("lead_departments", widget=forms.CheckboxSelectMultiple)],
            heading="Lead departments",
            classname="collapsed",
        ),
        "background",
        help_from_guide("what-a-good-statement-is", "What a good statement is"),
        "statements",
        MultiFieldPanel(["outcome", "outcome_note"], heading="Outcome", classname="collapsed"),
    ]
    search_fields = [
        *BasePage.search_fields,
        index.SearchField("summary"),
        index.SearchField("background"),
        index.SearchField("statements"),
    ]
    parent_page_types = ["proposals.ProposalIndexPage"]
    subpage_types = []
    page_description = "A policy idea set out as benefits, risks, limitations and safeguards."

    class Meta:
        verbose_name = "proposal"

    def clean(self):
        super().clean()
        if self.opens and self.closes and self.closes < self.opens:
            raise ValidationError({"closes": "It can't close before it opens: choose a later day."})

    def check_ready(self):
        """Raise a ValidationError unless the editor's form would publish this draft."""
        self.full_clean()
        self.statements.stream_block.clean(self.statements)

    @transaction.atomic
    def publish(self, revision, *args, **kwargs):
        # Publication that goes round the editor's form (in bulk, by a script, on a date to come) is
        # held to its rules.
        revision.as_object().check_ready()
        return super().publish(revision, *args, **kwargs)

    @property
    def status(self):
        if self.outcome:
            return Status(self.outcome)
        today = timezone.localdate()
        if today < self.opens:
            return Status.FORTHCOMING
        return Status.OPEN if today <= self.closes else Status.CLOSED

    @property
    def takes_stances(self):
        """Whether people can say today if they agree; never of a draft, which a preview shows."""
        return bool(self.pk) and self.live and self.status == Status.OPEN

    @property
    def comments_openness(self):
        setting = super().comments_openness
        if setting == Openness.OPEN and self.status != Status.OPEN:
            return Openness.CLOSED
        return setting

    @property
    def comments_open_on(self):
        will_open = super().comments_openness == Openness.OPEN
        return self.opens if will_open and self.status == Status.FORTHCOMING else None

    @property
    def days_left(self):
        """Whole days until the last one for comments; 0 on that day itself."""
        return (self.closes - timezone.localdate()).days

    @property
    def feeds(self):
        index_url = self.url.removesuffix(f"{self.slug}/")
        events = [feed.link_below(index_url) for feed in FEEDS.values()]
        return [*events, *self.comment_feeds]

    @property
    def share_card(self):
        figures = tuple(
            (number, kind.words_for(number), kind.hue)
            for kind, number in self.reading.numbers.items()
        )
        return replace(super().share_card, figures=figures)

    def get_route_paths(self):
        references = (row.reference for row in self.published_statements.all())
        statements = (f"/{self.reverse_subpage('statement', [name])}" for name in references)
        parts = (f"/{name}/" for name in part_names())
        return ["/", f"/{self.reverse_subpage('coverage')}", *parts, *statements]

    @cached_property
    def reading(self):
        return Reading(self)

    @cached_property
    def departments(self):
        """The names of those that lead."""
        return list(self.lead_departments.values_list("name", flat=True))

    @property
    def ingredients(self):
        """All that the page's own text is made of: while they stay, the text is made once."""
        words = self.url, str(self.strand), self.departments
        return self.columns, words, self.reading.rows, timezone.localdate()

    @path("coverage/", name="coverage")
    def coverage(self, request):
        """Risks and limitations against safeguards, gaps on top."""
        context = self.get_context(request)
        response = TemplateResponse(request, "proposals/proposal_page_coverage.html", context)
        # It shows no comments, so there are no pages of them.
        response.parameters = ()
        return response

    @re_path(r"^statements/([A-Z][1-9][0-9]{0,8})/$", name="statement")
    def statement(self, request, reference):
        """One statement by itself, with what people say about it."""
        named = self.reading.named(reference)
        if not named:
            raise Http404("No such statement.")
        statement, row = named
        context = {**self.get_context(request), "statement": statement, "row": row}
        return TemplateResponse(request, "proposals/proposal_page_statement.html", context)

    @re_path(r"^([a-z]+)/(?:([a-z0-9-]+)/)?$", name="part")
    def part(self, request, name, rest):
        """A page that another app puts below every proposal."""
        view = find_part(name)
        if not view:
            raise Http404("No such page.")
        return view(self, request, rest or "")
