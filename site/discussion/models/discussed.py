from django.db import models
from wagtail.admin.panels import FieldPanel

from discussion.places import Openness


class DiscussedPage(models.Model):
    """A page that people may comment on, and whose editors may close that or turn it off."""

    comments_setting = models.CharField(
        "public comments",
        max_length=6,
        choices=Openness,
        default=Openness.OPEN,
        help_text="Every comment is read by a moderator before it is shown.",
    )

    discussion_panels = [FieldPanel("comments_setting")]

    class Meta:
        abstract = True

    @property
    def comments_openness(self):
        """Whether the page takes comments today. Pages with dates of their own say more."""
        return Openness(self.comments_setting)
