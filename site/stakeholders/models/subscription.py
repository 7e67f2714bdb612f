from django.db import models
from django.db.models import Q


class Subscription(models.Model):
    """One strand or one page of which a stakeholder wants to hear."""

    stakeholder = models.ForeignKey(
        "stakeholders.Stakeholder", on_delete=models.CASCADE, related_name="subscriptions"
    )
    strand = models.ForeignKey(
        "core.Strand", null=True, blank=True, on_delete=models.CASCADE, related_name="subscriptions"
    )
    page = models.ForeignKey(
        "wagtailcore.Page",
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="subscriptions",
    )

    class Meta:
        default_permissions = []
        constraints = [
            models.CheckConstraint(
                condition=Q(strand=None, page__isnull=False) | Q(strand__isnull=False, page=None),
                name="subscription_to_one_thing",
            ),
            models.UniqueConstraint(
                fields=["stakeholder", "strand"], name="subscription_once_per_strand"
            ),
            models.UniqueConstraint(
                fields=["stakeholder", "page"], name="subscription_once_per_page"
            ),
        ]

    def __str__(self):
        return str(self.strand or self.page)
