"""The tables of django-comments-xtd, and nothing else of it."""

from django.apps import AppConfig


class CommentTables(AppConfig):
    """The package's own config would publish every reply that waits or was rejected whenever the
    comment above it is saved; here its receiver is never connected."""

    default_auto_field = "django.db.models.AutoField"
    name = "django_comments_xtd"
    verbose_name = "Comments' tables"
