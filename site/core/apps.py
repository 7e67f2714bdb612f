from django.apps import AppConfig


class CoreConfig(AppConfig):
    name = "core"

    def ready(self):
        from wagtail.documents import get_document_model
        from wagtail.images import get_image_model
        from wagtail.models import Site

        from . import checks  # noqa: F401
        from .models import Footer, Organisation, Strand
        from .page_store.signals import drop_everything_with, drop_pages_that_show

        for model in (get_image_model(), get_document_model(), Organisation, Strand):
            drop_pages_that_show(model)
        for model in (Footer, Site):
            drop_everything_with(model)
