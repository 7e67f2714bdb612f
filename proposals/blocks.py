"""Blocks from which an editor builds a proposal's statements."""

import uuid

from django.core.exceptions import ValidationError
from django.db import models
from wagtail import blocks
from wagtail.blocks.stream_block import StreamBlockValidationError
from wagtail.blocks.struct_block import BlockGroup, StructBlockValidationError

from core.blocks import PROSE_FEATURES, CitedDocumentBlock

from .kinds import MET_BY_SAFEGUARDS, NEEDED, Kind
from .pickers import BLOCK_ID, MetStatementsBlock


class EvidenceKind(models.TextChoices):
    OFFICIAL_STATISTICS = "official_statistics", "Official statistics"
    PEER_REVIEWED = "peer_reviewed", "Peer-reviewed study"
    EVALUATION = "evaluation", "Evaluation"
    PILOT = "pilot", "Pilot"
    AUDIT = "audit", "Audit"
    LEGAL_ANALYSIS = "legal_analysis", "Legal analysis"
    CONSULTATION = "consultation", "Consultation response"
    CASE_STUDY = "case_study", "Case study"
    EXPERT_OPINION = "expert_opinion", "Expert opinion"
    LIVED_EXPERIENCE = "lived_experience", "Lived experience"


class Bearing(models.TextChoices):
    SUPPORTS = "supports", "Supports the statement"
    CHALLENGES = "challenges", "Challenges the statement"


LABELS = dict(EvidenceKind.choices + Bearing.choices)


class WordChoiceBlock(blocks.ChoiceBlock):
    """A choice between words: what is stored is the key itself, with no type to bring back."""

    def normalize_choice(self, value):
        return value


class EvidenceValue(blocks.StructValue):
    @property
    def nature(self):
        """What kind of source it is and of when: "Audit, January 2026"."""
        label = LABELS.get(self["kind"], "")
        return f"{label}, {self['date']:%B %Y}" if self["date"] else label

    @property
    def effect(self):
        """What it does to the statement, in words."""
        return LABELS.get(self["bearing"], "")


class EvidenceBlock(blocks.StructBlock):
    """A cited source: what it bears on, and what it can't show."""

    title = blocks.CharBlock(max_length=200)
    url = blocks.URLBlock(
        required=False, label="Web address", help_text="Or choose a document below."
    )
    document = CitedDocumentBlock(required=False)
    kind = WordChoiceBlock(choices=EvidenceKind.choices)
    date = blocks.DateBlock(help_text="When it was published.")
    bearing = WordChoiceBlock(
        choices=Bearing.choices, default=Bearing.SUPPORTS, label="What it does"
    )
    limits = blocks.TextBlock(
        max_length=400,
        required=False,
        help_text="What this source can't tell us: who is missing, how old, how small.",
        rows=2,
    )

    class Meta:
        icon = "link"
        label_format = "{title}"
        value_class = EvidenceValue

    def clean(self, value):
        value = super().clean(value)
        if not self.is_deferred_validation and bool(value["url"]) == bool(value["document"]):
            raise StructBlockValidationError(
                {"url": ValidationError("Give a web address or a document, one of the two.")}
            )
        return value


class StatementValue(blocks.StructValue):
    @property
    def facts(self):
        """What a reader weighs the claim by, beside its details: pairs of name and words."""
        likelihood, impact = self.get("likelihood") or "", self.get("impact") or ""
        facts = [
            ("Falls on", self.get("falls_on")),
            ("Who gains", self.get("gains")),
            ("Measured by", self.get("measure")),
            ("Likelihood", likelihood.capitalize()),
            ("Impact", impact.capitalize()),
        ]
        return [(name, words) for name, words in facts if words]


class StatementBlock(blocks.StructBlock):
    """One claim of a proposal. Each kind of statement is a child class with its `Meta.kind`."""

    claim = blocks.CharBlock(
        max_length=200,
        help_text="One idea in one sentence that a person can agree or disagree with.",
    )
    details = blocks.RichTextBlock(
        features=PROSE_FEATURES, required=False, help_text="What a reader needs to weigh the claim."
    )
    falls_on = blocks.CharBlock(
        max_length=160,
        required=False,
        label="Whom it falls on",
        help_text="The people it helps or burdens, such as “people who rent”.",
    )
    evidence = blocks.ListBlock(EvidenceBlock(), default=[], collapsed=True)

    class Meta:
        abstract = True
        template = "proposals/blocks/statement.html"
        value_class = StatementValue
        label_format = "{claim}"
        kind = None

    def get_preview_value(self):
        return self.normalize(
            {
                "claim": PREVIEW_CLAIMS[self.meta.kind],
                "details": "<p>What a reader needs to know to weigh it.</p>",
                "falls_on": "people with rare characteristics",
            }
        )


PREVIEW_CLAIMS = {
    Kind.PURPOSE: "Records are linked for research that serves the public and for nothing else.",
    Kind.BENEFIT: "Policy can be tested against what happened to those it is meant for.",
    Kind.RISK: "People could be found by matching the file with something published.",
    Kind.LIMITATION: "Records made for running a service miss people who never use it.",
    Kind.SAFEGUARD: "Researchers see linked records in a safe setting and nowhere else.",
    Kind.GOVERNANCE: "A board with a lay majority approves every project and publishes why.",
    Kind.SANCTION: "Trying to identify a person in a linked file is a criminal offence.",
}


def layout(*own):
    return BlockGroup(children=["claim", "details", "falls_on", *own, "evidence"])


class PurposeBlock(StatementBlock):
    class Meta:
        kind = Kind.PURPOSE
        icon = "crosshairs"
        description = "What the sharing is for, and by its silence what it is not for."


class BenefitBlock(StatementBlock):
    gains = blocks.CharBlock(
        max_length=160, required=False, label="Who gains", help_text="As precisely as you can."
    )
    measure = blocks.TextBlock(
        max_length=300,
        required=False,
        rows=2,
        label="How it would be measured",
        help_text="What would show, in a year or five, that the benefit came.",
    )

    class Meta:
        kind = Kind.BENEFIT
        icon = "plus-inverse"
        description = "Something good that would follow, for somebody in particular."
        form_layout = layout("gains", "measure")


class RiskBlock(StatementBlock):
    likelihood = WordChoiceBlock(
        choices=[("rare", "Rare"), ("possible", "Possible"), ("likely", "Likely")],
        default="possible",
    )
    impact = WordChoiceBlock(
        choices=[("minor", "Minor"), ("serious", "Serious"), ("severe", "Severe")],
        default="serious",
        help_text="On the people it falls on, not on the department.",
    )

    class Meta:
        kind = Kind.RISK
        icon = "warning"
        description = "Something bad that could happen. It waits for a safeguard that meets it."
        form_layout = layout("likelihood", "impact")


class LimitationBlock(StatementBlock):
    class Meta:
        kind = Kind.LIMITATION
        icon = "minus"
        description = "What the sharing can't do or show, however well it is run."


class SafeguardBlock(StatementBlock):
    meets = MetStatementsBlock(
        label="Risks and limitations it meets",
        help_text="Tick what this safeguard answers. Only this page's risks and limitations show.",
    )

    class Meta:
        kind = Kind.SAFEGUARD
        icon = "lock"
        description = "What would be in place to meet a risk or a limitation of this proposal."
        form_layout = layout("meets")


class GovernanceBlock(StatementBlock):
    class Meta:
        kind = Kind.GOVERNANCE
        icon = "group"
        description = "Who decides, who watches, and what is published."


class SanctionBlock(StatementBlock):
    class Meta:
        kind = Kind.SANCTION
        icon = "cross"
        description = "What happens to whoever breaks the rules."


class StatementsBlock(blocks.StreamBlock):
    """All statements of a proposal. Complete before publication, free while it is a draft."""

    purpose = PurposeBlock()
    benefit = BenefitBlock()
    risk = RiskBlock()
    limitation = LimitationBlock()
    safeguard = SafeguardBlock()
    governance = GovernanceBlock()
    sanction = SanctionBlock()

    def clean(self, value):
        cleaned = super().clean(value)
        name_apart(cleaned)
        if not self.is_deferred_validation:
            check_complete(cleaned)
            check_what_safeguards_meet(cleaned)
        return cleaned


def name_apart(statements):
    """Give a block that came with another's id, or with none that can be one, an id of its own."""
    known = set()
    for block in statements:
        if block.id in known or not BLOCK_ID.fullmatch(block.id or ""):
            block.id = str(uuid.uuid4())
        known.add(block.id)


def check_complete(statements):
    """Refuse a proposal that lacks one of the kinds that make it a weighing."""
    missing = [kind for kind in NEEDED if kind not in {block.block_type for block in statements}]
    if missing:
        raise StreamBlockValidationError(
            non_block_errors=[
                ValidationError(
                    f"There is no {kind.label.lower()} yet. Add at least one {kind.label.lower()} "
                    "here before the proposal is published; until then you can save it as a draft."
                )
                for kind in missing
            ]
        )


def check_what_safeguards_meet(statements):
    """Refuse a safeguard that names a risk or limitation which the page no longer has."""
    present = {block.id for block in statements if block.block_type in MET_BY_SAFEGUARDS}
    errors = {
        position: StructBlockValidationError(
            {
                "meets": ValidationError(
                    "This safeguard meets a risk or limitation that is no longer on this page. "
                    "Tick what it meets now."
                )
            }
        )
        for position, block in enumerate(statements)
        if block.block_type == Kind.SAFEGUARD and not set(block.value["meets"]) <= present
    }
    if errors:
        raise StreamBlockValidationError(block_errors=errors)
