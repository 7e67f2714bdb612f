"""How much was said at each of many things at once, as columns of their own query."""

from django.db.models import CharField, OuterRef, Q, Value
from django.db.models.functions import Cast, Coalesce, Concat

from .models import PublicComment, ResponsePlace, State
from .thread import number_at


def with_counts(things, place):
    """The queryset `things`, whose kind of place is named `place`, with `comment_count` (what can
    be read) and `response_count` (official responses) on each."""
    key = Concat(Value(f"{place}-"), Cast(OuterRef("pk"), CharField()), output_field=CharField())
    comments = number_at(key, PublicComment.objects.shown(), Q(state=State.PUBLISHED))
    return things.annotate(
        comment_count=Coalesce(comments, 0),
        response_count=Coalesce(number_at(key, ResponsePlace.objects.all()), 0),
    )
