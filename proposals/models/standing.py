from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.utils import timezone
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel

from .wording import AboutWording

LONGEST = 1000


class StandingWord(models.TextChoices):
    """What the process can have come to."""

    AGREED = "agreed", "Agreed"
    TO_DISCUSS = "to_discuss", "To discuss"
    OPTIONS = "options", "Options"
    NOT_AGREED = "not_agreed", "Not agreed"


class Standing(AboutWording):
    """What the process has come to on a statement, as editors set it. Another standing is another
    row; the earlier ones stay."""

    standing = models.CharField(max_length=10, choices=StandingWord)
    set_on = models.DateField("since", default=timezone.localdate)
    government_words = models.TextField("the government’s position", max_length=LONGEST, blank=True)
    civil_society_words = models.TextField(
        "civil society’s position", max_length=LONGEST, blank=True
    )
    note = models.TextField(
        max_length=LONGEST,
        blank=True,
        help_text="What led to it: a meeting, a change of text, an open question. It is public.",
    )

    panels = [
        FieldPanel("statement"),
        FieldRowPanel(["standing", "set_on"], heading="Where it stands"),
        MultiFieldPanel(
            ["government_words", "civil_society_words"], heading="Each side’s position, in words"
        ),
        FieldPanel("note"),
    ]

    class Meta:
        ordering = ["-set_on", "-pk"]

    def __str__(self):
        return f"{self.get_standing_display()}: {self.statement}"

    @property
    def has_words(self):
        """Whether more is known than the standing itself."""
        return bool(self.government_words or self.civil_society_words or self.note)

    def clean(self):
        super().clean()
        if self.set_on and self.set_on > timezone.localdate():
            raise ValidationError({"set_on": "This day is still to come: choose today or earlier."})

    @transaction.atomic
    def save(self, *args, **kwargs):
        if self.pk:
            raise TypeError("A standing is not changed: another one is set.")
        super().save(*args, **kwargs)
        self.statement.current_standing = self.statement.standings.first()
        self.statement.save(update_fields=["current_standing"])
