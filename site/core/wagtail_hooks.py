from django.templatetags.static import static
from django.utils.html import format_html
from wagtail import hooks
from wagtail.models import Page

from .kept_pages import refuse_to_delete
from .rich_text import HANDLERS


@hooks.register("register_rich_text_features", order=100)
def register_link_handlers(features):
    for handler in HANDLERS:
        features.register_link_type(handler)


@hooks.register("insert_global_admin_css")
def add_our_style():
    return format_html('<link rel="stylesheet" href="{}">', static("core/admin.css"))


@hooks.register("before_delete_page")
def refuse_to_delete_kept_page(request, page):
    return refuse_to_delete(request, [page])


@hooks.register("before_bulk_action")
def refuse_to_delete_many_with_kept_pages(request, action_type, objects, action):
    if action_type != "delete" or not issubclass(action.model, Page):
        return None
    return refuse_to_delete(request, objects)
