"""What happens to proposals, as feeds. A proposal stands in several, each time as an entry of its
own, so that a reader who follows all of them misses none."""

from datetime import timedelta
from uuid import uuid5

from django.db.models import F
from django.utils import timezone
from django.utils.formats import date_format

from core.days import start_of
from core.feeds import FeedLink, PageFeed


class ProposalFeed(PageFeed):
    """One kind of event. `name` is its address; what `event` gives is the same for as long as it is
    the same event; `moment` is when it happened."""

    @classmethod
    def link_below(cls, index_url):
        return FeedLink(cls.name_in_lists, f"{index_url}feed/{cls.name}/")

    def items(self):
        chosen = self.choose(self.entries).select_related("strand")
        return chosen.prefetch_related("lead_departments")[: self.newest_shown]

    def item_title(self, proposal):
        return f"{self.label(proposal)}: {proposal.title}"

    def item_description(self, proposal):
        return self.as_html(proposal.summary)

    def item_guid(self, proposal):
        return uuid5(proposal.translation_key, f"{self.name} {self.event(proposal)}").urn

    def item_updateddate(self, proposal):
        published = proposal.first_published_at
        return max(self.moment(proposal), published) if published else self.moment(proposal)

    def item_authors(self, proposal):
        return proposal.lead_departments.all()


class Opened(ProposalFeed):
    name = "opened"
    name_in_lists = "Proposals opened for comment"

    def choose(self, proposals):
        return proposals.filter(opens__lte=timezone.localdate()).order_by("-opens", "-pk")

    def label(self, proposal):
        return "Open for comment"

    def event(self, proposal):
        return ""

    def moment(self, proposal):
        return start_of(proposal.opens)


class Changed(ProposalFeed):
    name = "changed"
    name_in_lists = "Proposals changed"

    def choose(self, proposals):
        changed = proposals.filter(last_published_at__gt=F("first_published_at"))
        return changed.order_by("-last_published_at", "-pk")

    def label(self, proposal):
        return "Changed"

    def event(self, proposal):
        return proposal.last_published_at.isoformat()

    def moment(self, proposal):
        return proposal.last_published_at


class Closing(ProposalFeed):
    name = "closing"
    name_in_lists = "Proposals about to close"
    notice = timedelta(days=14)

    def choose(self, proposals):
        soon = proposals.with_status("open").filter(closes__lte=timezone.localdate() + self.notice)
        return soon.order_by("-closes", "-pk")

    def label(self, proposal):
        return f"Closes on {date_format(proposal.closes, 'j F Y')}"

    def event(self, proposal):
        return proposal.closes

    def moment(self, proposal):
        return start_of(max(proposal.closes - self.notice, proposal.opens))


class Concluded(ProposalFeed):
    name = "concluded"
    name_in_lists = "Proposals concluded or withdrawn"

    def choose(self, proposals):
        return proposals.exclude(outcome="").order_by("-last_published_at", "-pk")

    def label(self, proposal):
        return proposal.status.label

    def event(self, proposal):
        return proposal.outcome

    def moment(self, proposal):
        return proposal.last_published_at


FEEDS = {feed.name: feed for feed in (Opened, Changed, Closing, Concluded)}
