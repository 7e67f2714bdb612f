"""An open proposal, and people who answer its statements."""

import pytest
from django.http import HttpResponse
from django.test import Client

from proposals.models import Stance
from stakeholders import identity
from tests.factories import make_proposal


@pytest.fixture
def proposal(home):
    return make_proposal()


@pytest.fixture
def statement(proposal):
    """Its benefit, B1."""
    return proposal.published_statements.get(kind="benefit")


@pytest.fixture
def stances(db):
    return Stance.objects.order_by("pk")


class Reader:
    """Somebody with a browser of their own, who presses buttons on stance pages."""

    def __init__(self, stakeholder=None):
        self.client = Client()
        if stakeholder:
            response = HttpResponse()
            identity.remember(response, stakeholder)
            self.client.cookies.update(response.cookies)

    def press(self, statement, answer, page="all/", /, **fields):
        sent = {
            "statement": statement.reference,
            "wording": statement.wording_hash,
            "answer": answer,
        }
        return self.client.post(f"/stances/{statement.proposal_id}/{page}", sent | fields)

    def sheet(self, proposal, page="all/"):
        """What the page shows of the reader's answers."""
        return self.client.get(f"/stances/{proposal.pk}/{page}").context["sheet"]


@pytest.fixture
def visitor(db):
    return Reader()


@pytest.fixture
def member(db):
    """Makes the browser of a stakeholder."""
    return Reader
