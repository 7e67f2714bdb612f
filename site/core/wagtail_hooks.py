from wagtail import hooks

from .rich_text import HANDLERS


@hooks.register("register_rich_text_features", order=100)
def register_link_handlers(features):
    for handler in HANDLERS:
        features.register_link_type(handler)
