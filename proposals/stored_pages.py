"""Drops the stored page of a proposal when what editors say beside its statements changes."""

from django.db.models.signals import post_delete, post_save
from django.dispatch import receiver

from core.page_store import tags
from core.page_store.signals import drop_after_commit

from .models import Position, Standing


@receiver([post_save, post_delete], sender=Position)
@receiver([post_save, post_delete], sender=Standing)
def drop_its_proposal(sender, instance, **kwargs):
    drop_after_commit({tags.itself(instance.statement.proposal_id)})
