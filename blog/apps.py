from django.apps import AppConfig


class BlogConfig(AppConfig):
    name = "blog"

    def ready(self):
        from core.page_store.signals import drop_pages_that_show

        from .models import Author
        from .updates import register_updates

        drop_pages_that_show(Author)
        register_updates()
