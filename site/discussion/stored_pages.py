"""Drops the stored pages on which a change in the discussion shows, and no others."""

from django.dispatch import receiver

from core.page_store import tags
from core.page_store.signals import drop_after_commit

from .models import PublicComment
from .signals import comment_shown_otherwise

# Of pages and feeds that show comments from all over the site.
NEWEST_COMMENTS = tags.listing(PublicComment)


@receiver(comment_shown_otherwise)
def drop_its_page(sender, comment, **kwargs):
    drop_after_commit({tags.itself(comment.page_id), NEWEST_COMMENTS})
