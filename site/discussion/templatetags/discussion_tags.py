from django import template

from discussion.thread import PARAMETER, Thread, page_number

register = template.Library()


@register.inclusion_tag("discussion/_discussion.html", takes_context=True)
def discussion(context, thing):
    """What was said about a page or a statement, and the way to say something. Nothing of a page
    that was never saved, as in a preview."""
    return {"thread": Thread(thing, page_number(context["request"])) if thing.pk else None}


@register.simple_tag(takes_context=True)
def comments_page(context):
    """What a canonical address says of the page of comments it is; nothing for the first."""
    number = page_number(context["request"])
    return f"?{PARAMETER}={number}" if number > 1 else ""
