"""What a mail says, rendered once from its template and frozen with its cause."""

import hashlib
import json
import re
from functools import cache

from django.conf import settings
from django.db import IntegrityError, transaction
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.html import escape

from core.frame import get_frame
from core.prepared import Gap, Prepared

from .models import Notification

BLANK_LINES = re.compile(r"\n{3,}")
PLACEHOLDER = re.compile("\ue000(\\w+)\ue001")
LONGEST_SUBJECT = 250
NEVER_IN_MAIL = {ord("\x00"): None}


def compose(kind, key, context):
    """The Notification for this kind and cause, not saved."""
    return Notification(kind=kind.name, key=key, **render(kind, context))


def compose_alike(kind, context):
    """The Notification that mails of this kind share on one day while they say the same, by the
    number it has where one was written down already, else not saved. `context` is plain values.

    A day each, so that what they say is blanked in the end.
    """
    filled = fill_up(kind, context)
    said = hashlib.sha256(json.dumps(filled, sort_keys=True).encode()).hexdigest()
    key = f"{timezone.localdate()}-{said}"
    if numbers := numbers_of_words()(kind.name, key):
        return Notification(pk=numbers[0])
    return Notification(kind=kind.name, key=key, **render_filled(kind, filled))


def write_down(notification):
    """The row of what `compose_alike` composed; whoever does so in the same moment has the same."""
    words = {name: getattr(notification, name) for name in ("subject", "text", "html")}
    names = {"kind": notification.kind, "key": notification.key}
    return Notification.objects.update_or_create(words, **names)[0]


@cache
def numbers_of_words():
    """The number of the row of a kind (its name) and a key, in a list, if it can still be sent."""
    notifications = Notification.objects.whole().filter(kind=Gap(0), key=Gap(1)).order_by()
    return Prepared(notifications.values_list("pk", flat=True))


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


def fill_up(kind, context):
    """All that the template of `kind` is filled with: `context`, and what every mail says."""
    frame = get_frame()
    return {
        **context,
        **{name: placeholder(name) for name in kind.personal},
        "site_name": settings.WAGTAIL_SITE_NAME,
        "site_url": settings.SITE_URL,
        "coordinated_by": frame["coordinated_by"],
        "contact_email": frame["contact_email"],
    }


def render(kind, context):
    """{"subject", "text", "html"} of a mail, with placeholders for what is personal."""
    return render_filled(kind, fill_up(kind, context))


def render_filled(kind, filled):
    def in_layout(layout, **more):
        context = {**filled, **more, "layout": f"mailing/{layout}"}
        return render_to_string(kind.template, context).translate(NEVER_IN_MAIL).strip()

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
