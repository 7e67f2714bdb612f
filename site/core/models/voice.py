from django.db import models


class Voice(models.TextChoices):
    """Who speaks in a text."""

    JOINT = "joint", "A joint text"
    GOVERNMENT = "government", "By the government policy team"
    CIVIL_SOCIETY = "civil_society", "By the civil society partner"


class VoiceMixin(models.Model):
    """A page that says on whose behalf it speaks. Nobody is made to speak for the other."""

    voice = models.CharField(
        max_length=13,
        choices=Voice,
        default=Voice.JOINT,
        verbose_name="who speaks",
        help_text="Shown with the text. Joint only if both partners stand behind every word.",
    )

    voice_panels = ["voice"]

    class Meta:
        abstract = True
