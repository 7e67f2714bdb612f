"""Puts into the demo what stakeholders were told."""

from datetime import time

from stakeholders.models import Update
from stakeholders.updates.kinds import KINDS
from stakeholders.updates.telling import draft

from .files import at, read
from .record import find, once

IN_THE_MORNING = time(9, 30)


def load_updates(site):
    for entry in read("updates")["updates"]:
        once(f"update/{entry['kind']}/{entry['on']}", lambda e=entry: make_update(e, site))


def make_update(entry, site):
    """It was told long ago: nobody gets a mail. What an editor has decided stays."""
    page = type(site.pages[entry["on"]]).objects.get(pk=site.pages[entry["on"]].pk)
    news = KINDS[entry["kind"]].news(page)
    decided = Update.objects.about(news).first()
    if decided:
        return decided
    update = draft(news, news.summary)
    update.told_at = at(entry["day"], IN_THE_MORNING)
    update.told = entry["told"]
    update.decided_by = find("account/policy")
    update.save()
    return update
