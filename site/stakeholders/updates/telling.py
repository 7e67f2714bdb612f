"""Telling stakeholders: once for each cause, by an editor or, when a day has come, by the site."""

from django.db import transaction
from django.db.models import Count
from django.utils import timezone

from stakeholders.models import Frequency, Stakeholder, Untold, Update

from .digests import hand_over
from .kinds import KINDS


def audience(news):
    """{frequency: how many people would hear of `news` so}, for each frequency."""
    people = Stakeholder.objects.to_tell(news.strand, news.followed).order_by()
    counted = dict(people.values_list("frequency").annotate(Count("pk")))
    return {frequency: counted.get(frequency, 0) for frequency in Frequency}


@transaction.atomic
def tell(news, summary, by=None):
    """Tell all who follow what `news` is about, in the words of `summary`; return the Update, None
    if it was told before. Who wants to hear at once has a mail in the outbox when this returns."""
    update = decide(news, summary, by)
    # Whoever tells the same in this moment waits here, and then changes nothing.
    untold = Update.objects.filter(pk=update.pk, told_at=None)
    if not untold.update(**words(news, summary), decided_by=by, told_at=timezone.now()):
        return None
    update.refresh_from_db()
    update.told = Untold.objects.add(update)
    update.save(update_fields=["told"])
    hand_over(Frequency.AT_ONCE)
    return update


def keep_quiet(news, by):
    """Decide not to tell of `news`: the site doesn't, either."""
    decide(news, news.summary, by)


def reopen(news):
    """Think better of having kept quiet."""
    Update.objects.about(news).filter(told_at=None).delete()


def draft(news, summary):
    """The Update that would tell of `news`, not saved."""
    return Update(kind=news.kind.name, cause=news.cause, **words(news, summary))


def decide(news, summary, by):
    return Update.objects.get_or_create(
        kind=news.kind.name,
        cause=news.cause,
        defaults={**words(news, summary), "decided_by": by},
    )[0]


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


def due():
    """The News that the site tells by itself now."""
    for kind in KINDS.values():
        for thing in kind.due():
            news = kind.news(thing)
            if news and news.is_true and not Update.objects.about(news).exists():
                yield news
