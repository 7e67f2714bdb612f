"""Very many comments at once. Within Django."""

import copy
import uuid
from datetime import timedelta

from django.contrib.contenttypes.models import ContentType
from django.core.management.color import no_style
from django.db import connection, transaction
from django.utils import timezone
from django_comments.models import Comment
from django_comments_xtd.models import XtdComment

from discussion import places
from discussion.models import PublicComment, State

AT_ONCE = 500
# The package's row, its thread, and ours: one comment is a row in each.
TABLES = (Comment, XtdComment, PublicComment)


@transaction.atomic
def make_comments(thing, number, state=State.PUBLISHED):
    """`number` comments on `thing` that differ in text and time, none of them a reply."""
    place = places.place_of(thing)
    now = timezone.now()
    first = PublicComment.objects.order_by("-pk").values_list("pk", flat=True).first() or 0
    example = PublicComment.objects.published().first()
    template = copy.copy(example)
    template.content_type = ContentType.objects.get_for_model(type(thing))
    template.object_pk = str(thing.pk)
    template.page = place.page(thing)
    template.place = place.key(thing)
    template.state = state
    template.is_public = state == State.PUBLISHED
    template.published_at = now if state == State.PUBLISHED else None

    def make(pk):
        comment = copy.copy(template)
        comment.pk = comment.id = comment.comment_ptr_id = comment.xtdcomment_ptr_id = pk
        comment.thread_id = comment.parent_id = pk
        comment.uuid = uuid.uuid4()
        comment.path = f"{pk:011d}"
        comment.fingerprint = uuid.uuid4().hex
        comment.confirmed_at = comment.submit_date = now - timedelta(seconds=pk % 100_000)
        return comment

    for start in range(first + 1, first + 1 + number, AT_ONCE):
        end = min(start + AT_ONCE, first + 1 + number)
        comments = [make(pk) for pk in range(start, end)]
        for model in TABLES:
            # What `save` does for each; `bulk_create` takes no model with a table above it.
            fields = model._meta.local_concrete_fields
            model._base_manager._insert(comments, fields=fields, using="default", raw=True)
    # PostgreSQL would give the next comment a number that is taken.
    with connection.cursor() as cursor:
        for statement in connection.ops.sequence_reset_sql(no_style(), TABLES):
            cursor.execute(statement)
