from django.conf import settings
from django.db import models

from discussion.policy import POLICY_VERSION, Reason

from .comment import PublicComment, State


class Action(models.TextChoices):
    APPROVE = "approve", "Publish"
    REJECT = "reject", "Reject"
    WITHHOLD = "withhold", "Withhold"
    REDACT = "redact", "Redact"
    KEEP = "keep", "Keep"
    UNDO = "undo", "Undo"


class Decision(models.Model):
    """What a moderator did with a comment, when and why. Written once; only words are deleted
    from it later, where nobody may keep them."""

    comment = models.ForeignKey(PublicComment, on_delete=models.PROTECT, related_name="decisions")
    action = models.CharField(max_length=8, choices=Action)
    reason = models.CharField(max_length=16, choices=Reason, blank=True)
    note = models.TextField(
        max_length=1000, blank=True, help_text="For moderators alone. Never sent, never shown."
    )
    answer = models.TextField(
        max_length=2000, blank=True, help_text="Sent to the author with the reason."
    )
    # As the comment was before, so that a decision can be undone.
    state_before = models.CharField(max_length=12, choices=State)
    reason_before = models.CharField(max_length=16, choices=Reason, blank=True)
    # Of a redaction, until REDACTED_TEXT_DAYS have gone by: the only place that has the words.
    text_before = models.TextField(blank=True)
    moderator = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    policy_version = models.CharField(max_length=20, default=POLICY_VERSION)
    # Whether it answers an appeal against an earlier decision.
    is_appeal = models.BooleanField(default=False)
    made_at = models.DateTimeField(auto_now_add=True, db_index=True)

    class Meta:
        ordering = ["-made_at", "-pk"]
        default_permissions = []

    def __str__(self):
        return f"{self.get_action_display()}: {self.comment}"
