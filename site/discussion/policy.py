"""What the comment policy says, as far as decisions name it: its version and its reasons."""

from django.db import models

# Kept with each decision. Another text of the policy is another version.
POLICY_VERSION = "2026-11"


class Reason(models.TextChoices):
    """Why a comment is not published, or no longer: each is a clause of the comment policy."""

    PERSONAL_DATA = "personal_data", "It names or describes a private person"
    ABUSE = "abuse", "It insults or threatens somebody"
    UNLAWFUL = "unlawful", "It may be against the law"
    OFF_TOPIC = "off_topic", "It is not about this page or statement"
    ADVERTISING = "advertising", "It advertises"
    REPEATED = "repeated", "The same was sent before"
