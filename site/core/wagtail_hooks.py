from wagtail import hooks

from .rich_text import DescribedDocumentLinkHandler, OneQueryPageLinkHandler


@hooks.register("register_rich_text_features", order=100)
def register_link_handlers(features):
    features.register_link_type(OneQueryPageLinkHandler)
    features.register_link_type(DescribedDocumentLinkHandler)
