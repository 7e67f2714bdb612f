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


# What stands in place of words that a moderator took out.
REMOVED = {
    Reason.PERSONAL_DATA: "[removed: names a private person]",
    Reason.ABUSE: "[removed: insults or threatens somebody]",
    Reason.UNLAWFUL: "[removed: may be against the law]",
    Reason.OFF_TOPIC: "[removed: not about this page]",
    Reason.ADVERTISING: "[removed: advertises]",
    Reason.REPEATED: "[removed: was sent before]",
}
