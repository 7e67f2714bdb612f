"""What a mail says, rendered once from its template and frozen with its cause."""

import re

from django.conf import settings
from django.template.loader import render_to_string
from django.utils.html import escape

from core.frame import get_frame

from .models import Notification

BLANK_LINES = re.compile(r"\n{3,}")
PLACEHOLDER = re.compile("\ue000(\\w+)\ue001")
LONGEST_SUBJECT = 250
NEVER_IN_MAIL = {ord("\x00"): None}


def freeze(kind, key, context):
    """The Notification for this kind and cause, rendered now unless it is there already."""
    same = {"kind": kind.name, "key": key}
    known = Notification.objects.filter(**same).first()
    if known:
        return known
    new = Notification(**same, **render(kind, context))
    # Somebody else may have written it in the meantime: theirs counts.
    Notification.objects.bulk_create([new], ignore_conflicts=True)
    return Notification.objects.get(**same)


def render(kind, context):
    """{"subject", "text", "html"} of a mail, with placeholders for what is personal."""
    context = {
        **context,
        **{name: placeholder(name) for name in kind.personal},
        "site_name": settings.WAGTAIL_SITE_NAME,
        "site_url": settings.SITE_URL,
        "frame": get_frame(),
    }

    def in_layout(layout, **more):
        filled = {**context, **more, "layout": f"mailing/{layout}"}
        return render_to_string(kind.template, filled).translate(NEVER_IN_MAIL).strip()

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
