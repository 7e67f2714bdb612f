"""What a mail says, rendered once from its template and frozen with its cause."""

import re
from functools import cache, partial

from django.conf import settings
from django.core.cache import caches
from django.core.cache.utils import make_template_fragment_key
from django.db import IntegrityError, transaction
from django.template.loader import render_to_string
from django.utils.html import escape

from core.frame import get_frame
from core.prepared import Gap, Prepared

from .models import Notification

BLANK_LINES = re.compile(r"\n{3,}")
PLACEHOLDER = re.compile("\ue000(\\w+)\ue001")
LONGEST_SUBJECT = 250
# Values that say all that can be shown of them: words made of these alone are kept under them.
PLAIN = (str, int)
NEVER_IN_MAIL = {ord("\x00"): None}


def compose(kind, key, context):
    """The Notification for this kind and cause, not saved."""
    return Notification(kind=kind.name, key=key, **render(kind, context))


def said_before(kind, key):
    """The row of what this cause said first, None where nothing was posted for it."""
    return next(iter(notifications_of()(kind.name, key)), None)


@cache
def notifications_of():
    """The one row of a kind (its name) and a cause, in a list."""
    return Prepared(Notification.objects.filter(kind=Gap(0), key=Gap(1)).order_by())


def freeze(notification):
    """The row of a composed notification: what its cause said first, where it was posted before."""
    try:
        with transaction.atomic():
            notification.save(force_insert=True)
    except IntegrityError:
        return Notification.objects.get(kind=notification.kind, key=notification.key)
    return notification


def render(kind, context):
    """{"subject", "text", "html"} of a mail, with placeholders for what is personal."""
    frame = get_frame()
    context = {
        **context,
        **{name: placeholder(name) for name in kind.personal},
        "site_name": settings.WAGTAIL_SITE_NAME,
        "site_url": settings.SITE_URL,
        "coordinated_by": frame["coordinated_by"],
        "contact_email": frame["contact_email"],
    }
    if not all(type(value) in PLAIN for value in context.values()):
        return render_template(kind.template, context)
    # Many who write on one page in one hour get the same words.
    name = make_template_fragment_key(kind.template, sorted(context.items()))
    words = partial(render_template, kind.template, context)
    return caches["template_fragments"].get_or_set(name, words, timeout=None)


def render_template(template, context):
    def in_layout(layout, **more):
        filled = {**context, **more, "layout": f"mailing/{layout}"}
        return render_to_string(template, filled).translate(NEVER_IN_MAIL).strip()

    subject = as_subject(in_layout("subject.txt"))
    return {
        "subject": subject,
        "text": tidy(in_layout("base.txt")),
        "html": in_layout("base.html", subject=subject),
    }


def as_subject(text):
    """One line, of no more than fits."""
    return " ".join(text.split())[:LONGEST_SUBJECT]


def tidy(text):
    """Plain text without the indentation and the blank lines that templates leave."""
    lines = "\n".join(line.strip() for line in text.splitlines())
    return BLANK_LINES.sub("\n\n", lines) + "\n"


def placeholder(name):
    """What stands for a personal value: in private signs, which no escaping touches."""
    return f"\ue000{name}\ue001"


def fill_in(text, personal):
    for name, value in personal.items():
        text = text.replace(placeholder(name), value)
    return text


def fill_in_html(html, personal):
    return fill_in(html, {name: escape(value) for name, value in personal.items()})
