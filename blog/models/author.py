from django.db import models
from wagtail.admin.panels import FieldPanel

from core.models import Organisation


class Author(models.Model):
    """Somebody who writes posts, named with their consent."""

    name = models.CharField(max_length=120)
    slug = models.SlugField(
        max_length=120, unique=True, help_text="The author's name in addresses: /blog/author/…"
    )
    role = models.CharField(max_length=120, blank=True)
    organisation = models.ForeignKey(
        Organisation, null=True, blank=True, on_delete=models.SET_NULL, related_name="authors"
    )
    biography = models.TextField(max_length=400, blank=True, help_text="One or two sentences.")

    panels = [FieldPanel(name) for name in ("name", "slug", "role", "organisation", "biography")]

    class Meta:
        ordering = ["name"]

    def __str__(self):
        return self.name
