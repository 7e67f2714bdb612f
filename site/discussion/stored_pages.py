"""Drops the stored pages on which a change in the discussion shows, and no others."""

from django.db.models.signals import pre_delete
from django.dispatch import receiver

from core.page_store import tags
from core.page_store.signals import drop_after_commit

from .models import Decision, OfficialResponse, PublicComment
from .signals import comment_decided, comment_shown_otherwise, response_shown_otherwise

# Of pages and feeds that show comments, responses, or figures about decisions on them from all
# over the site.
COMMENTS = tags.listing(PublicComment)
RESPONSES = tags.listing(OfficialResponse)
DECISIONS = tags.listing(Decision)


@receiver(comment_shown_otherwise)
def drop_its_page(sender, comment, **kwargs):
    drop_after_commit({tags.itself(comment.page_id), COMMENTS})


@receiver(response_shown_otherwise)
def drop_pages_with_response(sender, pages, **kwargs):
    drop_after_commit({RESPONSES, *(tags.itself(pk) for pk in pages)})


@receiver(pre_delete, sender=OfficialResponse)
def drop_pages_of_deleted(sender, instance, **kwargs):
    drop_pages_with_response(sender, instance.shown_at.values_list("page_id", flat=True))


@receiver(comment_decided)
def drop_figures(sender, **kwargs):
    drop_after_commit({DECISIONS})
