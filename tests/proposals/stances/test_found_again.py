"""People find again what they said to statements, from their preferences."""

import pytest
from django.urls import reverse

from tests.factories import make_stakeholder
from tests.proposals.stances.test_visitors import enter


def preferences(reader):
    return reader.client.get(reverse("stakeholder_preferences")).content.decode()


@pytest.fixture
def link(proposal):
    return f'href="{reverse("stances_all", args=[proposal.pk])}"'


def test_answers_brought_along_are_found_from_the_page_that_follows(visitor, statement, link):
    visitor.press(statement, 1)
    enter(visitor, make_stakeholder())
    page = preferences(visitor)
    assert link in page
    assert "1 answered" in page


def test_who_said_nothing_is_led_nowhere(visitor, link):
    enter(visitor, make_stakeholder())
    assert link not in preferences(visitor)


def test_hidden_proposal_is_not_named(visitor, proposal, statement, link):
    visitor.press(statement, 1)
    enter(visitor, make_stakeholder())
    proposal.unpublish()
    assert link not in preferences(visitor)
