"""Telling stakeholders: once for each cause, by an editor or, when a day has come, by the site."""

from dataclasses import replace
from datetime import timedelta
from operator import attrgetter

from django.db import transaction
from django.db.models import Count
from django.utils import timezone

from stakeholders.models import Frequency, Stakeholder, Untold, Update

from .digests import hand_over
from .kinds import KINDS, News

# How far editors see what the site tells by itself.
AHEAD = timedelta(days=60)


def audience(news):
    """{frequency: how many people would hear of `news` so}, for each frequency."""
    people = Stakeholder.objects.to_tell(news.strand, news.followed).order_by()
    counted = dict(people.values_list("frequency").annotate(Count("pk")))
    return {frequency: counted.get(frequency, 0) for frequency in Frequency}


@transaction.atomic
def tell(news, summary, by=None):
    """Tell all who follow what `news` is about, in the words of `summary`; return the Update, None
    if it was told before. Who wants to hear at once has a mail in the outbox when this returns.

    Where the site does so by itself, it stays on record who prepared the words.
    """
    decision = {"decided_by": by, "is_prepared": False} if by else {}
    # Whoever tells the same in this moment waits here, and then changes nothing.
    update = settle(news, summary, told_at=timezone.now(), **decision)
    if not update:
        return None
    update.told = Untold.objects.add(update)
    update.save(update_fields=["told"])
    hand_over(Frequency.AT_ONCE)
    return update


def prepare(news, summary, by):
    """Keep the words in which the site tells of `news` by itself when its day has come; return the
    Update, None if it was told before."""
    return settle(news, summary, decided_by=by, is_prepared=True)


def keep_quiet(news, by):
    """Decide not to tell of `news`: the site doesn't, either."""
    settle(news, news.summary, decided_by=by, is_prepared=False)


def reopen(news):
    """Think better of having kept quiet, or of the words that were prepared."""
    Update.objects.about(news).filter(told_at=None).delete()


def draft(news, summary):
    """The Update that would tell of `news`, not saved."""
    return Update(kind=news.kind.name, cause=news.cause, **words(news, summary))


@transaction.atomic
def settle(news, summary, **decision):
    """Write down what becomes of `news`; return its Update, None if it was told before."""
    key = {"kind": news.kind.name, "cause": news.cause}
    update, _ = Update.objects.get_or_create(**key, defaults=words(news, summary))
    untold = Update.objects.filter(pk=update.pk, told_at=None)
    if not untold.update(**words(news, summary), **decision):
        return None
    update.refresh_from_db()
    return update


def words(news, summary):
    return {
        "page_id": news.page.pk,
        "about_id": news.followed,
        "strand_id": news.strand,
        "title": news.title,
        "summary": summary,
        "url": news.url,
        "closes": news.closes,
    }


def in_prepared_words(news):
    """`news` with the summary that an editor wrote for its day, if one did."""
    prepared = Update.objects.about(news).prepared().first()
    return replace(news, summary=prepared.summary) if prepared else news


def due():
    """The News that the site tells by itself now."""
    for news in by_itself(timezone.localdate()):
        if news.is_true and not Update.objects.about(news).decided().exists():
            yield in_prepared_words(news)


def coming():
    """[(News, its Update or None)]: what the site will tell by itself, or editors told it not to,
    in the order of the days on which it comes true."""
    found = by_itself(timezone.localdate() + AHEAD)
    by_day = sorted((news for news in found if not news.is_true), key=attrgetter("not_before"))
    updates = Update.objects.select_related("decided_by").about_each(by_day)
    return list(zip(by_day, updates, strict=True))


def by_itself(day):
    """The News that the site tells by itself and that will have come true by `day`."""
    for kind in KINDS.values():
        for thing in kind.by_itself(day):
            if found := kind.find(thing):
                yield News(kind, thing, **found)
