"""Panels that any page's form may hold."""

from django.urls import reverse_lazy
from django.utils.text import format_lazy
from wagtail.admin.panels import HelpPanel


def help_from_guide(section, words):
    """A link to a part of the editors' guide, by its anchor, where somebody needs it."""
    link = '<p class="help"><a href="{}#{}" target="_blank">{}</a> (opens in a new tab)</p>'
    return HelpPanel(format_lazy(link, reverse_lazy("guide"), section, words))
