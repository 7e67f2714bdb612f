"""Rules of the house that nobody should have to remember."""

from django.core.checks import Error, register
from wagtail.models import Page

from .models import BasePage


def our_page_models():
    from wagtail.models import get_page_models

    return [model for model in get_page_models() if model is not Page]


@register
def check_page_models(app_configs, **kwargs):
    """Every page is a BasePage and says where it may stand in the tree."""
    errors = []
    for model in our_page_models():
        if not issubclass(model, BasePage):
            errors.append(
                Error("A page must derive from core's BasePage.", obj=model, id="core.E001")
            )
        for name in ("parent_page_types", "subpage_types"):
            if name not in vars(model):
                errors.append(Error(f"A page must declare {name}.", obj=model, id="core.E002"))
    return errors
