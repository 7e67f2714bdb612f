from django.db import models
from wagtail.admin.panels import FieldPanel

from discussion.feed_links import comments_on
from discussion.places import Openness, key_of


class DiscussedPage(models.Model):
    """A page that people may comment on, and whose editors may close that or turn it off."""

    comments_setting = models.CharField(
        "public comments",
        max_length=6,
        choices=Openness,
        default=Openness.OPEN,
        help_text="Every comment is read by a moderator before it is shown.",
    )

    # All that comments ask of a page they are sent to: not the text that they are about.
    asked_by_comments = (
        *("title", "path", "depth", "url_path", "slug", "live", "content_type"),
        "comments_setting",
    )

    # Where its comments are paged.
    parameters = ("comments",)

    # Whether official responses are read beside its comments.
    shows_responses = False

    discussion_panels = [FieldPanel("comments_setting")]

    class Meta:
        abstract = True

    @property
    def comments_openness(self):
        """Whether the page takes comments today. Pages with dates of their own say more."""
        return Openness(self.comments_setting)

    @property
    def comments_open_on(self):
        """The first day of comments while that is still to come, else None."""
        return None

    @property
    def comment_feeds(self):
        """The feed of what is said here, for readers' programs to find."""
        if self.comments_openness == Openness.OFF:
            return []
        return [comments_on(self.title, key_of(self))]
