from hashlib import sha256

from django.db import models


class DigestQuerySet(models.QuerySet):
    def of(self, updates, day):
        """The one for these updates (numbers) on this day, made if it isn't there."""
        updates = sorted(updates)
        fingerprint = sha256(" ".join(map(str, updates)).encode()).hexdigest()
        digest, is_new = self.get_or_create(day=day, fingerprint=fingerprint)
        if is_new:
            digest.updates.set(updates)
        return digest


class Digest(models.Model):
    """What one mail tells: the same updates, on the same day, to all to whom they are due together.

    However many people there are, few texts are written: one for each set of updates.
    """

    day = models.DateField()
    # SHA-256 (hex) of the numbers of the updates.
    fingerprint = models.CharField(max_length=64)
    updates = models.ManyToManyField("Update", related_name="digests")

    objects = DigestQuerySet.as_manager()

    class Meta:
        default_permissions = []
        constraints = [
            models.UniqueConstraint(fields=["day", "fingerprint"], name="digest_once_a_day")
        ]

    def __str__(self):
        return f"Digest of {self.day:%d/%m/%Y}"
