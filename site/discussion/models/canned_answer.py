from django.db import models

from discussion.policy import Reason


class CannedAnswerQuerySet(models.QuerySet):
    def words(self):
        """{number: words} of all."""
        return dict(self.values_list("pk", "words"))


class CannedAnswer(models.Model):
    """Words to an author that moderators need again and again. They may change them each time."""

    title = models.CharField(max_length=80, help_text="For moderators, to find it by.")
    reason = models.CharField(
        max_length=16, choices=Reason, blank=True, help_text="Leave empty if it fits any."
    )
    words = models.TextField(max_length=2000, help_text="Sent to the author with the reason.")

    objects = CannedAnswerQuerySet.as_manager()

    class Meta:
        ordering = ["title"]

    def __str__(self):
        return self.title
