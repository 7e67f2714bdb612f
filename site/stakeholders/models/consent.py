from django.db import models
from django.utils import timezone

from core.prepared import WrittenOften


class Action(models.TextChoices):
    """What happened to a stakeholder's consent."""

    SIGNED_UP = "signed_up", "Signed up"
    CONFIRMED = "confirmed", "Confirmed"
    CHANGED = "changed", "Changed"
    PAUSED = "paused", "Paused"
    RESUMED = "resumed", "Resumed"
    LEFT = "left", "Left"
    ERASED = "erased", "Erased"
    IMPORTED = "imported", "Imported"


class Actor(models.TextChoices):
    """Who did it."""

    PERSON = "person", "The person"
    EDITOR = "editor", "An editor"


class ConsentRecordQuerySet(models.QuerySet):
    def blank(self):
        """Take out what a person chose, when that person is erased: that there was a consent, and
        when, stays. Nothing else ever changes a row."""
        return self.update(wording="", source="")


class ConsentRecord(WrittenOften):
    """One entry in the history of a consent: to what, in which words, when, where and by whom.

    Rows are added and never changed. They hold no network address.
    """

    stakeholder = models.ForeignKey(
        "stakeholders.Stakeholder", on_delete=models.CASCADE, related_name="consents"
    )
    action = models.CharField(max_length=9, choices=Action)
    # What was agreed to, word for word; empty where nothing was.
    wording = models.TextField(blank=True)
    # Of the privacy notice beside it.
    wording_version = models.CharField(max_length=20)
    # The path of the page, the mail or the file by which it came.
    source = models.CharField(max_length=200)
    actor = models.CharField(max_length=6, choices=Actor)
    at = models.DateTimeField(default=timezone.now, editable=False)

    objects = ConsentRecordQuerySet.as_manager()

    class Meta:
        default_permissions = []
        ordering = ["pk"]

    def __str__(self):
        return self.get_action_display()

    def save(self, *args, **kwargs):
        if self.pk:
            raise TypeError("The history of a consent is added to, never changed.")
        super().save(*args, **kwargs)

    def delete(self, *args, **kwargs):
        raise TypeError("The history of a consent is not deleted.")
