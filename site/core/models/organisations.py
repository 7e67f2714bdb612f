from django.db import models
from wagtail.admin.panels import FieldPanel


class Sector(models.TextChoices):
    """The part of society that an organisation or a stakeholder speaks from."""

    CIVIL_SOCIETY = "civil_society", "Civil society"
    ACADEMIA = "academia", "Academia"
    CENTRAL_GOVERNMENT = "central_government", "Central government"
    LOCAL_GOVERNMENT = "local_government", "Local government"
    OTHER_PUBLIC_BODY = "other_public_body", "Other public body"
    BUSINESS = "business", "Business"
    INDIVIDUAL = "individual", "Individual"


class Organisation(models.Model):
    """A body that takes part: leads a proposal, attends a meeting, employs an author."""

    name = models.CharField(max_length=160, unique=True)
    sector = models.CharField(max_length=20, choices=Sector)
    url = models.URLField("web address", blank=True)

    panels = [FieldPanel(name) for name in ("name", "sector", "url")]

    class Meta:
        ordering = ["name"]

    def __str__(self):
        return self.name
