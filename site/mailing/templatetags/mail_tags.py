"""The parts of a mail, written once in its template and laid out for its text and its HTML.

The text is the layout in which nothing is escaped.
"""

from django import template
from django.utils.html import format_html, linebreaks
from django.utils.safestring import mark_safe

register = template.Library()


@register.simple_block_tag(takes_context=True)
def paragraph(context, content):
    if context.autoescape:
        return format_html("<p>{}</p>", content)
    return f"\n\n{' '.join(content.split())}\n\n"


@register.simple_tag(takes_context=True)
def paragraphs(context, text):
    """What an editor wrote, with its own paragraphs and lines."""
    if context.autoescape:
        return mark_safe(linebreaks(text, autoescape=True))  # noqa: S308 -- escaped by linebreaks
    return f"\n\n{text}\n\n"


@register.simple_block_tag(takes_context=True)
def quotation(context, content):
    """What somebody wrote, with its own lines."""
    content = content.strip()
    if context.autoescape:
        return format_html("<blockquote>{}</blockquote>", mark_safe(linebreaks(content)))  # noqa: S308 -- escaped when it was rendered
    lines = "\n".join(f"> {line}" for line in content.splitlines())
    return f"\n\n{lines}\n\n"


@register.simple_tag(takes_context=True)
def button(context, url, words):
    """What the mail asks its reader to do; on a line of its own."""
    if context.autoescape:
        return format_html('<p><a class="button" href="{}">{}</a></p>', url, words)
    return f"\n\n{words}:\n{url}\n\n"


@register.simple_tag(takes_context=True)
def link(context, url, words):
    """Where more can be read; on a line of its own."""
    if context.autoescape:
        return format_html('<p><a href="{}">{}</a></p>', url, words)
    return f"\n\n{words}:\n{url}\n\n"


@register.simple_block_tag(takes_context=True)
def heading(context, content):
    """What one part of several is about."""
    if context.autoescape:
        return format_html("<h2>{}</h2>", content)
    words = " ".join(content.split())
    return f"\n\n{words}\n{'=' * min(len(words), 72)}\n"
