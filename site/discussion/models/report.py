from django.db import models

from discussion.policy import Reason

from .comment import PublicComment


class ReportQuerySet(models.QuerySet):
    def unsettled(self):
        """Those after which no moderator has decided yet."""
        return self.filter(settled_at=None)


class Report(models.Model):
    """A reader's word that a published comment breaks the policy. Who reports is not asked."""

    comment = models.ForeignKey(PublicComment, on_delete=models.CASCADE, related_name="reports")
    reason = models.CharField(max_length=16, choices=Reason)
    words = models.TextField("what is wrong", max_length=1000, blank=True)
    made_at = models.DateTimeField(auto_now_add=True)
    # When a moderator looked at the comment after the report.
    settled_at = models.DateTimeField(null=True, blank=True)

    objects = ReportQuerySet.as_manager()

    class Meta:
        ordering = ["made_at"]
        default_permissions = []
        indexes = [models.Index(fields=["settled_at"], name="report_open")]

    def __str__(self):
        return f"{self.get_reason_display()}: {self.comment}"
