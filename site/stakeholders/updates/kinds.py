"""The kinds of things that stakeholders are told of. Each is registered by the app it belongs to,
since stakeholders know no page."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from django.db import models
from django.utils import timezone
from wagtail.models import Page, PageViewRestriction

KINDS = {}


def nothing(day):
    return ()


def always(thing):
    return True


@dataclass(frozen=True)
class UpdateKind:
    """One kind of thing to tell, registered in `AppConfig.ready()`.

    `find(thing)` gives the News that there is of a thing of `model`, None where there is none.
    `by_itself(day)` gives the things whose news the site tells by itself, since nobody sits at a
    desk when they come true: all that readers find and that will have come true by `day`, without
    what did long ago.
    `is_out(thing)` says whether there may be any, without asking the database: for lists of things.
    """

    name: str
    label: str
    model: type[models.Model]
    find: Callable
    by_itself: Callable = nothing
    is_out: Callable = always

    def thing(self, pk):
        """The thing with this primary key, None where there is none."""
        found = self.model._default_manager.filter(pk=pk).first()
        return getattr(found, "specific", found)

    def news(self, thing):
        """The News of `thing`, None where there is none or readers don't see it."""
        found = self.find(thing) if type(thing) is self.model else None
        return News(self, thing, **found) if found and is_public(found["page"]) else None


@dataclass(frozen=True)
class News:
    """What there is to tell of a thing now. `cause` is the same for as long as it is the same news.

    `page` is where it is read. Followers of the page that it is `about`, of `page` itself unless
    told, and of the strand (a primary key or None) hear of it. `summary` is what an editor is
    offered to send, "" where that can't be known. `closes` is the last day for comments.
    `not_before` is the day on which it comes true, where there is one.
    """

    kind: UpdateKind
    thing: models.Model
    cause: str
    page: Page
    strand: int | None
    title: str
    summary: str
    url: str
    about: Page | None = None
    closes: date | None = None
    not_before: date | None = None

    @property
    def followed(self):
        """The primary key of the page whose followers hear of it."""
        return (self.about or self.page).pk

    @property
    def is_true(self):
        """Whether the day has come on which it can be told."""
        return not self.not_before or self.not_before <= timezone.localdate()


def register(kind):
    if KINDS.setdefault(kind.name, kind) is not kind:
        raise ValueError(f"There is a kind of update named {kind.name} already.")


def is_public(page):
    """Whether readers find the page: who follows it may have no password for it."""
    above = PageViewRestriction.objects.filter(page__in=page.get_ancestors(inclusive=True))
    return page.live and not above.exists()


def news_of(thing):
    """All News of `thing`, in the order in which the kinds were registered."""
    found = (kind.news(thing) for kind in KINDS.values())
    return [news for news in found if news]


def can_be_told_of(model):
    """Whether there is a kind of update about things of this class."""
    return any(kind.model is model for kind in KINDS.values())
