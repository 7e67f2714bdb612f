"""Where people may comment. Apps above say so in their `AppConfig.ready()`, since comments know
neither pages nor statements.

Each kind of place is a `Place`, registered under a name: `page`, `statement`. One thing's key is
that name and its primary key, `statement-42`: what addresses hold and what comments are found by.
"""

import re

from django.db import models

KEY = re.compile(r"([a-z]+)-([1-9][0-9]{0,17})")


class Openness(models.TextChoices):
    """Whether a place takes comments. Off hides those it has, too."""

    OPEN = "open", "Open: anyone may comment"
    CLOSED = "closed", "Closed: comments can be read, not added"
    OFF = "off", "Off: no comments are shown or taken"


class Place:
    """A kind of thing that can be commented on. Subclasses say what comments need to know of it."""

    name = ""
    model = None

    def things(self):
        """All that readers can see now, as a queryset."""
        raise NotImplementedError

    def find(self, pk):
        """The thing if readers can see it now, else None."""
        return self.things().filter(pk=pk).first()

    def page(self, thing):
        """The page on which the thing stands: it is made anew when a comment is published."""
        raise NotImplementedError

    def title(self, thing):
        """What to call it in mails and lists."""
        raise NotImplementedError

    def url(self, thing):
        """The path, from the root, at which its comments are read."""
        raise NotImplementedError

    def openness(self, thing):
        """Whether it takes comments today."""
        raise NotImplementedError

    def opens(self, thing):
        """The first day of comments while that is still to come, else None."""
        return None

    def shows_responses(self, thing):
        """Whether official responses are read beside its comments; if not, only together with all
        others."""
        return True

    def wording(self, thing):
        """The words that people comment on and their hash; two empty strings where a later change
        of words matters to nobody."""
        return "", ""

    def key(self, thing):
        return f"{self.name}-{thing.pk}"


_places = {}


def register(place):
    """Let people comment on things of this `Place`."""
    _places[place.name] = place


def place_of(thing):
    """The `Place` for a thing. Raises LookupError for what nobody may comment on."""
    for place in _places.values():
        if isinstance(thing, place.model):
            return place
    raise LookupError(f"{thing!r} takes no comments.")


def find(key):
    """The `Place` and the thing that a key names, (None, None) if readers see no such thing."""
    match = KEY.fullmatch(key)
    place = match and _places.get(match[1])
    thing = place and place.find(int(match[2]))
    return (place, thing) if thing else (None, None)


def find_many(keys):
    """{key: (place, thing)} for those that readers can see, at one query per kind of place."""
    wanted = {}
    for key in keys:
        if match := KEY.fullmatch(key):
            wanted.setdefault(match[1], set()).add(int(match[2]))
    return {
        _places[name].key(thing): (_places[name], thing)
        for name, pks in wanted.items()
        if name in _places
        for thing in _places[name].things().filter(pk__in=pks)
    }


def all_places():
    """The kinds of place there are."""
    return list(_places.values())


def key_of(thing):
    return place_of(thing).key(thing)
