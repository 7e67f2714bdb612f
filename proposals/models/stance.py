from itertools import groupby

from django.db import models
from django.db.models import Q
from django.utils import timezone

from stakeholders.models import Stakeholder

from .wording import AboutWording, AboutWordingQuerySet


class Answer(models.IntegerChoices):
    """What one can say to a statement."""

    AGREE = 1, "Agree"
    UNSURE = 0, "Unsure"
    DISAGREE = -1, "Disagree"


class StanceQuerySet(AboutWordingQuerySet):
    def counted(self):
        """Those that count: of people who take part, on statements as they read now."""
        return self.of_current_wording().filter(
            stakeholder__in=Stakeholder.objects.confirmed(),
            statement__retired_at=None,
            statement__proposal__live=True,
        )

    def waiting(self):
        """Those of visitors who have not confirmed an address yet."""
        return self.filter(stakeholder=None)

    def by_person(self):
        """Yield (uuid of the stakeholder, sector, {number of the statement: answer}) by uuid. It
        takes one query, and no more memory for more people."""
        found = (
            self.order_by("stakeholder__uuid")
            .values_list("stakeholder__uuid", "stakeholder__sector", "statement_id", "answer")
            .iterator()
        )
        for (uuid, sector), answers in groupby(found, lambda row: row[:2]):
            yield uuid, sector, {statement: answer for *_, statement, answer in answers}

    def put(self, stances, owner):
        """Write each in the place of what its `owner` ("stakeholder" or "visitor") said of the same
        words before. However many are written at once, one stays, the last."""
        self.bulk_create(
            stances,
            update_conflicts=True,
            unique_fields=["statement", "wording_hash", owner],
            update_fields=["answer", "given_at"],
        )


class Stance(AboutWording):
    """What one person says to one statement. Taken back, the row is gone.

    Before somebody has confirmed an address, the row belongs to a `visitor`, a number that one
    browser holds; it counts once it belongs to a stakeholder.
    """

    stakeholder = models.ForeignKey(
        Stakeholder, null=True, on_delete=models.CASCADE, related_name="stances"
    )
    visitor = models.UUIDField(null=True)
    answer = models.SmallIntegerField(choices=Answer)
    given_at = models.DateTimeField(default=timezone.now)

    objects = StanceQuerySet.as_manager()

    class Meta:
        default_permissions = []
        constraints = [
            models.CheckConstraint(
                condition=Q(stakeholder=None, visitor__isnull=False)
                | Q(stakeholder__isnull=False, visitor=None),
                name="stance_of_one_person",
            ),
            models.CheckConstraint(
                condition=Q(answer__in=Answer.values), name="stance_one_of_three"
            ),
            models.UniqueConstraint(
                fields=["statement", "wording_hash", "stakeholder"],
                name="stance_once_per_stakeholder",
            ),
            models.UniqueConstraint(
                fields=["statement", "wording_hash", "visitor"], name="stance_once_per_visitor"
            ),
        ]
        indexes = [
            models.Index(
                fields=["visitor", "given_at"],
                condition=Q(visitor__isnull=False),
                name="stance_waiting",
            )
        ]

    def __str__(self):
        return f"{self.get_answer_display()}: {self.wording}"
