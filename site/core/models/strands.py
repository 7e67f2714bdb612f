from django.db import models
from wagtail.admin.panels import FieldPanel


class Strand(models.Model):
    """A line of work that posts, proposals and subscriptions share."""

    title = models.CharField(max_length=80, unique=True)
    slug = models.SlugField(
        max_length=80,
        unique=True,
        help_text="The strand's name in addresses, such as /blog/strand/…",
    )
    summary = models.TextField(
        max_length=300, help_text="What this line of work is about, in one or two sentences."
    )
    sort_order = models.PositiveSmallIntegerField(
        "order", default=0, help_text="Lower numbers come first."
    )

    panels = [FieldPanel(name) for name in ("title", "slug", "summary", "sort_order")]

    class Meta:
        ordering = ["sort_order", "title"]

    def __str__(self):
        return self.title
