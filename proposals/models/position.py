from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from wagtail.admin.panels import FieldPanel, FieldRowPanel

from core.models import Organisation

from .stance import Answer
from .wording import AboutWording


class Position(AboutWording):
    """What an organisation says to a statement, in public and by name. It is counted nowhere."""

    organisation = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, related_name="positions"
    )
    answer = models.SmallIntegerField(choices=Answer)
    words = models.TextField(blank=True, max_length=500, help_text="Its reason, in its own words.")
    stated_on = models.DateField(default=timezone.localdate)
    source = models.URLField(blank=True, help_text="Where it published this, if it did.")

    panels = [
        FieldPanel("statement"),
        FieldRowPanel(["organisation", "answer", "stated_on"], heading="Who says what, and when"),
        FieldPanel("words"),
        FieldPanel("source"),
    ]

    class Meta:
        ordering = ["-stated_on", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["statement", "wording_hash", "organisation"], name="position_once"
            )
        ]

    def __str__(self):
        return f"{self.organisation} on {self.statement}"

    def clean(self):
        super().clean()
        if not (self.statement_id and self.organisation_id):
            return
        self.settle_wording()
        same = Position.objects.filter(
            statement=self.statement_id,
            wording_hash=self.wording_hash,
            organisation=self.organisation_id,
        )
        if same.exclude(pk=self.pk).exists():
            taken = "It has a position on this statement already: change that one."
            raise ValidationError({"organisation": taken})
