from django.db import models
from django.db.models import F


class AboutWordingQuerySet(models.QuerySet):
    def of_current_wording(self):
        """Those about the words in which their statement reads now."""
        return self.filter(wording_hash=F("statement__wording_hash"))


class AboutWording(models.Model):
    """Something about a statement in the words that it had then: a later wording starts anew, and
    what was said before stays with the earlier one."""

    statement = models.ForeignKey(
        "proposals.Statement", on_delete=models.PROTECT, related_name="%(class)ss"
    )
    wording = models.CharField(max_length=200, editable=False)
    wording_hash = models.CharField(max_length=64, editable=False)

    objects = AboutWordingQuerySet.as_manager()

    class Meta:
        abstract = True

    def save(self, *args, **kwargs):
        self.settle_wording()
        super().save(*args, **kwargs)

    def settle_wording(self):
        """Take the present words where it is new, or about another statement than before."""
        if not type(self).objects.filter(pk=self.pk, statement=self.statement_id).exists():
            self.take_wording()

    def take_wording(self):
        """Hold on to the words in which the statement reads now."""
        self.wording = self.statement.claim
        self.wording_hash = self.statement.wording_hash
