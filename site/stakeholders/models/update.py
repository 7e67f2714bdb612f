from django.conf import settings
from django.db import models
from django.utils import timezone

from stakeholders.updates.kinds import KINDS


class UpdateQuerySet(models.QuerySet):
    def told(self):
        return self.exclude(told_at=None)

    def prepared(self):
        """Those whose day is to come, in the words that editors wrote for it."""
        return self.filter(told_at=None, is_prepared=True)

    def decided(self):
        """Those that were told, or that editors decided not to tell."""
        return self.exclude(told_at=None, is_prepared=True)

    def about(self, news):
        """The row of what `news` (stakeholders.updates.kinds) tells, if there is one yet."""
        return self.filter(kind=news.kind.name, cause=news.cause)

    def about_each(self, news):
        """The rows of a list of `news`, None where there is none yet: one query."""
        keys = [(each.kind.name, each.cause) for each in news]
        rows = self.filter(
            kind__in={kind for kind, _ in keys}, cause__in={cause for _, cause in keys}
        )
        found = {(row.kind, row.cause): row for row in rows}
        return [found.get(key) for key in keys]

    def for_another_day(self, news):
        """What was prepared last for when the same was to be told on another day, None if nothing
        was."""
        own = self.prepared().filter(kind=news.kind.name, page=news.page)
        return own.exclude(cause=news.cause).first()


class Update(models.Model):
    """Something new that stakeholders were told of, in the words in which they were; or that
    editors decided not to tell them of; or that the site will tell by itself in words of theirs.

    Once told it is frozen: the same kind and cause are never told again, whatever becomes of the
    page.
    """

    # As `stakeholders.updates.kinds` registers it.
    kind = models.CharField(max_length=40)
    # What happened to what, such as the number of a page.
    cause = models.CharField(max_length=80)
    # Where it is read: once that is taken down, nobody is told any more.
    page = models.ForeignKey(
        "wagtailcore.Page", null=True, on_delete=models.SET_NULL, related_name="updates"
    )
    # Whose followers are told, beside those of the strand; often the same page.
    about = models.ForeignKey(
        "wagtailcore.Page", null=True, on_delete=models.SET_NULL, related_name="updates_about_it"
    )
    strand = models.ForeignKey(
        "core.Strand", null=True, on_delete=models.SET_NULL, related_name="updates"
    )
    title = models.CharField(max_length=255)
    summary = models.TextField(max_length=600)
    url = models.CharField(max_length=500)
    # The last day for comments, where there is one.
    closes = models.DateField(null=True)
    written_at = models.DateTimeField(auto_now_add=True)
    # None where it is prepared, or editors decided not to tell.
    told_at = models.DateTimeField(null=True, db_index=True)
    # How many were to hear of it in that moment.
    told = models.PositiveIntegerField(default=0)
    # Whether the site tells it by itself, in words that an editor wrote beforehand.
    is_prepared = models.BooleanField(default=False)
    # Who decided or wrote the words; None where the site itself did.
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )

    objects = UpdateQuerySet.as_manager()

    class Meta:
        default_permissions = []
        ordering = ["-told_at", "-pk"]
        constraints = [
            models.UniqueConstraint(fields=["kind", "cause"], name="update_once_per_cause")
        ]

    def __str__(self):
        return self.title

    @property
    def label(self):
        """What kind of thing it is, for people."""
        return KINDS[self.kind].label

    @property
    def days_left(self):
        """Whole days until the last one for comments, 0 on that day itself; None where there is
        none, or it is over."""
        days = (self.closes - timezone.localdate()).days if self.closes else -1
        return days if days >= 0 else None
