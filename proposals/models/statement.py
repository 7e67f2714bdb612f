import hashlib
import re
import unicodedata
import uuid
from collections import Counter

from django.db import models, transaction
from django.db.models import Max
from django.dispatch import Signal
from django.utils import timezone
from wagtail.models import Page

from discussion.counts import with_counts
from proposals.kinds import Kind

# The rows of `proposal` are in line with what was published. Sent within the transaction.
statements_published = Signal()


def wording_hash(claim):
    """SHA-256 (hex) of a claim, blind to spacing and to how its accents are encoded."""
    wording = " ".join(unicodedata.normalize("NFC", claim).split())
    return hashlib.sha256(wording.encode()).hexdigest()


REFERENCE = re.compile(r"([A-Z])([1-9][0-9]{0,8})")

# What another publication may change in a row.
UPDATED = ("claim", "wording_hash", "order", "has_evidence", "is_met", "retired_at")


def met_blocks(statements):
    """The ids of the blocks that a safeguard among `statements` says it meets."""
    return {
        block_id
        for block in statements
        if block.block_type == Kind.SAFEGUARD
        for block_id in block.value["meets"] or []
    }


class StatementQuerySet(models.QuerySet):
    def below(self, page):
        """Statements that were ever published on this page or one below it."""
        return self.filter(proposal__path__startswith=page.path)

    def live(self):
        """Statements that a reader finds in a published proposal now."""
        return self.filter(retired_at=None, proposal__live=True)

    def retired(self):
        """Statements that stood in the proposal once and were taken out."""
        return self.exclude(retired_at=None)

    def with_counts(self):
        """Each with its `comment_count` and `response_count`."""
        return with_counts(self, "statement")

    def named(self, reference):
        """The one among a single proposal's that readers cite as `reference`, None if none is."""
        match = REFERENCE.fullmatch(reference)
        if not match:
            return None
        kinds = [kind for kind in Kind if kind.letter == match[1]]
        return self.filter(kind__in=kinds, number=match[2]).order_by("pk").first()

    def without_evidence(self):
        return self.filter(has_evidence=False)

    def risks_without_safeguard(self):
        return self.filter(kind=Kind.RISK, is_met=False)

    def counts_by_kind(self, proposals):
        """How many live statements each proposal has: {proposal id: {kind: number}}."""
        counts = {}
        rows = (
            self.live()
            .filter(proposal__in=proposals)
            .values_list("proposal", "kind")
            .annotate(number=models.Count("pk"))
            .order_by()
        )
        for proposal, kind, number in rows:
            counts.setdefault(proposal, {})[Kind(kind)] = number
        return counts


class StatementManager(models.Manager.from_queryset(StatementQuerySet)):
    @transaction.atomic
    def publish(self, proposal):
        """Bring the rows in line with the statements of a proposal that has just been published.

        A row is found by page, block and kind: another kind is another claim, with a reference of
        its own. Rows whose block is gone are retired, and revived when it comes back. References
        are given in the order of reading, once, and never reused. The lock on the page makes two
        publications at once follow each other.
        """
        Page.objects.select_for_update().get(pk=proposal.pk)
        rows = {(row.block_id, row.kind): row for row in self.filter(proposal=proposal)}
        numbers = Counter(
            dict(
                self.filter(proposal=proposal)
                .order_by()
                .values_list("kind")
                .annotate(Max("number"))
            )
        )
        met = met_blocks(proposal.statements)
        new, kept = [], []
        for order, block in enumerate(proposal.statements):
            row = rows.pop((block.id, block.block_type), None)
            if row is None:
                numbers[block.block_type] += 1
                row = Statement(
                    proposal=proposal,
                    block_id=block.id,
                    kind=block.block_type,
                    number=numbers[block.block_type],
                )
                new.append(row)
            else:
                kept.append(row)
            row.claim = block.value["claim"]
            row.wording_hash = wording_hash(row.claim)
            row.order = order
            row.has_evidence = bool(block.value["evidence"])
            row.is_met = block.id in met
            row.retired_at = None
        gone = [row for row in rows.values() if row.retired_at is None]
        for row in gone:
            row.retired_at = timezone.now()
        self.bulk_create(new)
        self.bulk_update([*kept, *gone], UPDATED, batch_size=100)
        statements_published.send(sender=self.model, proposal=proposal)


class Statement(models.Model):
    """One claim a person can agree or disagree with, as last published.

    The editor's text lives in the proposal's StreamField. This row is what comments, stances and
    standings point at: it outlives rewording, reordering and the removal of its block.
    """

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    proposal = models.ForeignKey(
        "proposals.ProposalPage", on_delete=models.PROTECT, related_name="published_statements"
    )
    block_id = models.CharField(max_length=36)
    kind = models.CharField(max_length=12, choices=Kind)
    number = models.PositiveIntegerField()
    claim = models.CharField(max_length=200)
    wording_hash = models.CharField(max_length=64)
    order = models.PositiveIntegerField()
    has_evidence = models.BooleanField("evidence", default=False)
    is_met = models.BooleanField(
        "met", default=False, help_text="Whether a safeguard of the same proposal meets it."
    )
    retired_at = models.DateTimeField(null=True, blank=True)
    # The latest of its standings, kept here so that a page with all statements asks nothing more.
    current_standing = models.ForeignKey(
        "proposals.Standing", null=True, editable=False, on_delete=models.SET_NULL, related_name="+"
    )
    # What the answers to it showed when they were counted last, kept here for the same reason.
    # Whoever counts says what it holds.
    found = models.JSONField(null=True, editable=False)

    objects = StatementManager()

    class Meta:
        ordering = ["proposal", "order"]
        constraints = [
            models.UniqueConstraint(
                fields=["proposal", "kind", "number"], name="statement_reference_once"
            ),
            models.UniqueConstraint(
                fields=["proposal", "block_id", "kind"], name="statement_block_once"
            ),
        ]

    def __str__(self):
        return f"{self.reference} {self.claim}"

    def get_absolute_url(self):
        return f"{self.proposal.url}#{self.reference}"

    @property
    def own_url(self):
        """Where it stands by itself, with what people say about it."""
        return f"{self.proposal.url}statements/{self.reference}/"

    @property
    def reference(self):
        """The statement's permanent name within its proposal: B1, R2."""
        return f"{Kind(self.kind).letter}{self.number}"

    @property
    def found_now(self):
        """What the answers to it show, None while those to its present words were not counted."""
        fits = self.found and self.found["wording_hash"] == self.wording_hash
        return self.found if fits else None

    @property
    def earlier_standings(self):
        """Where it stood before, newest first; all of them once it was taken out."""
        if not self.current_standing_id:
            return []
        standings = self.standings.all()
        return standings if self.retired_at else standings.exclude(pk=self.current_standing_id)

    @property
    def all_positions(self):
        """What organisations say to it, with their names."""
        return self.positions.select_related("organisation")
