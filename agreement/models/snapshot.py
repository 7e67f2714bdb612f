from django.db import models


class AgreementSnapshot(models.Model):
    """What was known of the agreement on one proposal at one time. Rows are added and never
    changed: what may be published next depends on all that was published before.

    `result` holds published numbers only, as `snapshots.result` writes them: nothing in it tells of
    fewer than five people. `withheld` holds the numbers of sectors and groups that were told
    together, which the next snapshot must know; it is shown nowhere. Neither is about one person.
    """

    proposal = models.ForeignKey(
        "proposals.ProposalPage", on_delete=models.PROTECT, related_name="snapshots"
    )
    number = models.PositiveIntegerField()
    taken_at = models.DateTimeField()
    # What the calculation was told, and a digest of its source.
    parameters = models.JSONField()
    code_version = models.CharField(max_length=12)
    # How many answers counted. The next count is compared with it; it is shown nowhere.
    stances = models.PositiveIntegerField()
    result = models.JSONField()
    withheld = models.JSONField()

    class Meta:
        default_permissions = []
        ordering = ["proposal", "-number"]
        constraints = [
            models.UniqueConstraint(fields=["proposal", "number"], name="snapshot_number_once")
        ]

    def __str__(self):
        return f"Snapshot {self.number} of {self.taken_at:%d/%m/%Y}"

    def save(self, *args, **kwargs):
        if self.pk:
            raise TypeError("A snapshot is not changed: another one is taken.")
        super().save(*args, **kwargs)

    def delete(self, *args, **kwargs):
        raise TypeError("A snapshot is not deleted: what was published stays known.")
