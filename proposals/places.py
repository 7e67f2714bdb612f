"""Statements as places where people may comment."""

from discussion.places import Openness, Place

from .models import ProposalPage, Statement


class StatementPlace(Place):
    """A statement follows its proposal; one that was taken out can be read about, not commented
    on. Its wording is its claim."""

    name = "statement"
    model = Statement

    def things(self):
        proposals = ProposalPage.objects.published()
        return Statement.objects.filter(proposal__in=proposals).select_related("proposal")

    def page(self, thing):
        return thing.proposal

    def title(self, thing):
        return f"{thing.reference}: {thing.claim}"

    def url(self, thing):
        return thing.own_url

    def openness(self, thing):
        openness = thing.proposal.comments_openness
        if openness == Openness.OPEN and thing.retired_at:
            return Openness.CLOSED
        return openness

    def opens(self, thing):
        return None if thing.retired_at else thing.proposal.comments_open_on

    def wording(self, thing):
        return thing.claim, thing.wording_hash
