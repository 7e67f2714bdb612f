from datetime import date

from django import template
from django.utils.formats import date_format

register = template.Library()


@register.filter
def month_name(year, month):
    """November 2026, from a year and the number of a month."""
    return date_format(date(year, month, 1), "F Y")


@register.filter
def kind_label(post):
    """What a post in a list is: the list's query brings the meeting note's part along."""
    note = getattr(post, "meetingnotepage", None)
    return (note or post).kind_label
