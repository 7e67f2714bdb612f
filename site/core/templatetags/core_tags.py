"""Template tags that every app's pages use."""

from django import template
from django.conf import settings
from django.urls import reverse
from django.utils.safestring import mark_safe
from wagtail.rich_text import RichText

from core.frame import get_frame
from core.rich_text import resolve_links

register = template.Library()


@register.simple_tag
def frame():
    """The menu and the footer, as `core.frame.get_frame` gives them."""
    return get_frame()


@register.simple_tag
def site_name():
    return settings.WAGTAIL_SITE_NAME


@register.simple_tag
def canonical(page, path=""):
    """The address of `page` on this site's own host, whatever host was asked."""
    return f"{settings.SITE_URL}{page.url}{path}"


@register.simple_tag
def share_image(page):
    """The address of the image that goes with shared links to `page`."""
    name = {"page_id": page.pk, "fingerprint": page.share_card.fingerprint}
    return f"{settings.SITE_URL}{reverse('share_image', kwargs=name)}"


@register.simple_block_tag
def held(content):
    """What is within, once, to be used more than once: `{% held as title %}`."""
    return content


@register.filter
def without_colons(form):
    """A form that Django writes out, with labels as ours are: they end without a colon."""
    form.label_suffix = ""
    return form.as_div()


@register.filter
def day(value):
    """A date as readers see it, "1 February 2027"; Django's own filter, which knows all languages,
    costs a list of them several times as much."""
    return f"{value.day} {value:%B %Y}" if value else ""


@register.filter(expects_localtime=True)
def moment(value):
    """A time as readers see it, "1 February 2027, 14:05", where they are."""
    return f"{day(value)}, {value:%H:%M}"


@register.filter
def prose(value):
    """Rich text as it is stored; links are resolved by the `links` tag around it."""
    source = value.source if isinstance(value, RichText) else value or ""
    return mark_safe(source)  # noqa: S308 -- cleaned when the editor saved it


@register.simple_block_tag
def links(content):
    """Resolve all internal links within, at the cost of a query per kind of link, not per text."""
    return mark_safe(resolve_links(content))  # noqa: S308 -- the output of templates
