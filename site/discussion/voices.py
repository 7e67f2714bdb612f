"""Who commented, by sector."""

from django.db.models import Count

from .models import PublicComment


def commented():
    """{sector: people with a published comment that says so}; official comments don't count."""
    comments = PublicComment.objects.published().filter(is_official=False)
    comments = comments.exclude(sector="").order_by().values_list("sector")
    return dict(comments.annotate(Count("author_key", distinct=True)))
