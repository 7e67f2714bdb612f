"""Drops the stored pages that show agreement when it changes."""

from django.db.models.signals import post_save
from django.dispatch import receiver

from core.page_store import tags
from core.page_store.signals import drop_after_commit
from proposals.models import Standing

# Of the pages that show agreement across proposals.
ACROSS_PROPOSALS = tags.listing("agreement.AgreementSnapshot")


def drop_pages_of(proposal_id):
    """Drop what shows the agreement on this proposal."""
    drop_after_commit({tags.itself(proposal_id), ACROSS_PROPOSALS})


@receiver(post_save, sender=Standing)
def drop_the_register(sender, **kwargs):
    drop_after_commit({ACROSS_PROPOSALS})
