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

        for model in (get_image_model(), get_document_model()):
            drop_pages_that_show(model)
        # Strands and organisations stand everywhere: in filters, in lists, behind an author's name.
        for model in (Footer, Organisation, Site, Strand):
            drop_everything_with(model)
