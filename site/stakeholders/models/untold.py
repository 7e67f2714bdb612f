from django.db import connection, models
from django.db.models import Exists, OuterRef, Q, Value

from .stakeholder import Stakeholder
from .subscription import Subscription


class UntoldQuerySet(models.QuerySet):
    def add(self, update):
        """Note all who are to hear of `update`, in one statement, however many; return how many."""
        people = Stakeholder.objects.to_tell(update.strand_id, update.about_id).order_by()
        chosen, values = people.values_list("pk", Value(update.pk)).query.sql_with_params()
        with connection.cursor() as cursor:
            cursor.execute(
                f"INSERT INTO {self.model._meta.db_table} (stakeholder_id, update_id) {chosen}",
                values,
            )
            return cursor.rowcount

    def wanted(self):
        """Those that are still to be told, to people to whom mail may go: the person follows what
        the update is about, and its page is there."""
        is_about = Q(strand=OuterRef("update__strand")) | Q(page=OuterRef("update__about"))
        own = Subscription.objects.filter(is_about, stakeholder=OuterRef("stakeholder"))
        return self.filter(
            Q(stakeholder__follows_all=True) | Exists(own),
            stakeholder__wants_updates=True,
            update__page__live=True,
        )


class Untold(models.Model):
    """Somebody who is yet to hear of an update. The row goes in the transaction that writes the
    mail: nobody is told twice, and nobody is forgotten."""

    stakeholder = models.ForeignKey(Stakeholder, on_delete=models.CASCADE, related_name="untold")
    update = models.ForeignKey("Update", on_delete=models.CASCADE, related_name="untold")

    objects = UntoldQuerySet.as_manager()

    class Meta:
        default_permissions = []
        constraints = [
            models.UniqueConstraint(fields=["stakeholder", "update"], name="untold_once")
        ]

    def __str__(self):
        return str(self.update)
