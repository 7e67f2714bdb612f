"""What people said at one place, a page of comments at a time, as readers find it."""

from dataclasses import dataclass
from functools import cache, cached_property, lru_cache

from django.db.models import Count, OuterRef, Q, Subquery
from django.http import Http404

from core.prepared import Gap, Prepared

from .models import AnsweredComment, Decision, OfficialResponse, PublicComment, State
from .places import Openness, place_of

PER_PAGE = 50

# What an address says behind "?" to see another page of comments.
PARAMETER = "comments"

STONES = {
    State.WITHDRAWN: "Withdrawn by its author.",
    State.REJECTED: "Removed by the moderators.",
}
# Of whatever else was shown and is not: a decision about it is still to come.
HELD_BACK = "Taken down while the moderators look at it."


def page_number(request):
    """Which page of comments the address asks for, from 1. Anything that is no number of a page,
    "01" too, is no page: nobody can invent addresses."""
    asked = request.GET.get(PARAMETER, "1")
    if not (asked.isascii() and asked.isdecimal() and len(asked) < 7 and asked[0] != "0"):
        raise Http404("No such page of comments.")
    return int(asked)


def page_holding(comment):
    """The number of the page on which a comment stands."""
    before = PublicComment.objects.shown().at(comment.place).filter(path__lt=comment.path)
    return before.count() // PER_PAGE + 1


def number_at(key, rows, counted=None):
    """A subquery: how many of `rows` (comments, or what is shown beside them) there are at a place.
    The key may be a column's. Which of them are `counted` is asked of those found there: of all
    rows at once, SQLite would look for the state first, and read every comment of the site."""
    found = rows.filter(place=key).order_by().values("place")
    return Subquery(found.annotate(number=Count("place", filter=counted)).values("number"))


# Bounded, since a discussion can have any number of pages.
@lru_cache(maxsize=16)
def shown_between(first, last):
    """What a place shows from its comment `first` to that before `last`, in its order, with its
    official response and the day of its last decision."""
    answers = AnsweredComment.objects.filter(
        comment=OuterRef("pk"), response__is_published=True
    ).order_by("-response")
    decisions = Decision.objects.filter(comment=OuterRef("pk"))
    comments = (
        PublicComment.objects.shown()
        .at(Gap())
        .in_order()
        .annotate(
            response=Subquery(answers.values("response")[:1]),
            decided_at=Subquery(decisions.values("made_at")[:1]),
        )
    )
    return Prepared(comments[first:last])


@cache
def responses_at():
    """The official responses that a place shows."""
    responses = OfficialResponse.objects.published().at(Gap()).newest_first()
    return Prepared(responses.select_related("organisation"))


@dataclass
class Thread:
    """The comments of `thing` on page `number`, in one query, and one more where there are further
    pages: shown ones in their order, each with its `level`, the comment it `replies_to` where that
    stands on the same page, the `stone` that stands for its text, `earlier_wording`, and the number
    of an official response to it."""

    thing: object
    number: int = 1

    def __post_init__(self):
        self.place = place_of(self.thing)
        self.key = self.place.key(self.thing)
        openness = self.place.openness(self.thing)
        self.is_open = openness == Openness.OPEN
        self.is_off = openness == Openness.OFF
        self.opens = self.place.opens(self.thing)
        if self.number > 1 and not self.comments:
            raise Http404("No such page of comments.")

    @property
    def shown(self):
        return PublicComment.objects.shown().at(self.key)

    @cached_property
    def comments(self):
        if self.is_off:
            return []
        last = self.number * PER_PAGE
        found = shown_between(last - PER_PAGE, last)(self.key)
        known = {comment.pk: comment for comment in found}
        _, wording = self.place.wording(self.thing)
        for comment in found:
            comment.replies_to = known.get(comment.parent_id) if comment.level else None
            comment.stone = self.stone_for(comment)
            reworded = comment.wording_hash not in ("", wording)
            comment.earlier_wording = comment.wording if reworded else ""
        return found

    @staticmethod
    def stone_for(comment):
        """Why its text is not shown, in a reader's words; empty if it is."""
        if comment.state == State.PUBLISHED:
            return ""
        return STONES.get(comment.state, HELD_BACK)

    @cached_property
    def responses(self):
        if self.is_off or not self.place.shows_responses(self.thing):
            return []
        return responses_at()(self.key)

    @property
    def url(self):
        return self.place.url(self.thing)

    @cached_property
    def counts(self):
        """How many comments stand here on all pages, and how many of them can be read."""
        if self.number == 1 and len(self.comments) < PER_PAGE:
            return len(self.comments), sum(not comment.stone for comment in self.comments)
        published = Count("state", filter=Q(state=State.PUBLISHED))
        found = self.shown.aggregate(shown=Count("*"), published=published)
        return found["shown"], found["published"]

    @property
    def published(self):
        return self.counts[1]

    @property
    def pages(self):
        return max(1, -(-self.counts[0] // PER_PAGE))
