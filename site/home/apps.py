from django.apps import AppConfig
from django.db.models.signals import post_migrate


class HomeConfig(AppConfig):
    name = "home"

    def ready(self):
        from .search import signals  # noqa: F401
        from .site_record import follow_site_url

        post_migrate.connect(follow_site_url, sender=self)
