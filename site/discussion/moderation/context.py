"""What a moderator needs to know about a comment before deciding."""

from dataclasses import dataclass
from functools import cached_property

from django.db.models import Count, Min, Q

from discussion import places
from discussion.models import PublicComment, State
from discussion.text import links


@dataclass(frozen=True)
class CommentInContext:
    """A comment among the others, in a constant number of queries."""

    comment: PublicComment

    @cached_property
    def place(self):
        """Where it stands as readers see it now: title, address and wording; None if they don't."""
        place, thing = places.find(self.comment.place)
        if not thing:
            return None
        wording, wording_hash = place.wording(thing)
        return {
            "title": place.title(thing),
            "url": place.url(thing),
            "wording": wording,
            "is_reworded": wording_hash != self.comment.wording_hash,
        }

    @cached_property
    def parent(self):
        if not self.comment.level:
            return None
        return PublicComment.objects.get(pk=self.comment.parent_id)

    @property
    def links(self):
        return links(self.comment.comment)

    @cached_property
    def record(self):
        """What became of all that came from the same address; None where there was none."""
        if not self.comment.author_key:
            return None
        same = PublicComment.objects.filter(author_key=self.comment.author_key).confirmed()
        states = {
            state.value: Count("pk", filter=Q(state=state))
            for state in (State.PENDING, State.PUBLISHED, State.REJECTED, State.WITHHELD)
        }
        return same.aggregate(**states, since=Min("confirmed_at"))

    @cached_property
    def reports(self):
        return list(self.comment.reports.all())

    @property
    def is_reported(self):
        return any(report.settled_at is None for report in self.reports)

    @cached_property
    def decisions(self):
        return list(self.comment.decisions.select_related("moderator"))

    @cached_property
    def next(self):
        return self.beside("gt").order_by("confirmed_at", "pk").first()

    @cached_property
    def previous(self):
        return self.beside("lt").order_by("-confirmed_at", "-pk").first()

    def beside(self, side):
        """Those of the same state that came before or after it."""
        at = self.comment.confirmed_at
        return PublicComment.objects.filter(state=self.comment.state).filter(
            Q(**{f"confirmed_at__{side}": at})
            | Q(confirmed_at=at, **{f"pk__{side}": self.comment.pk})
        )
