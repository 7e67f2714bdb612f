"""Official responses as stakeholders hear of them."""

import pytest

from stakeholders.models import Frequency
from stakeholders.updates.kinds import news_of
from stakeholders.updates.telling import audience
from tests.factories import make_comment, make_proposal, make_response, make_stakeholder

pytestmark = pytest.mark.usefixtures("home")


def test_followers_of_the_page_that_it_answers_hear_of_it():
    proposal = make_proposal("Matching records")
    make_stakeholder(pages=[proposal], frequency=Frequency.DAILY)
    [news] = news_of(make_response(proposal))
    assert news.title == "Cabinet Office on “Matching records”"
    assert news.summary == "We will test it."
    assert audience(news)["daily"] == 1


def test_response_to_a_comment_is_told_to_followers_of_its_page():
    proposal = make_proposal()
    [news] = news_of(make_response(comments=[make_comment(proposal)]))
    assert news.page == proposal
    assert news.strand == proposal.strand_id


def test_response_that_readers_do_not_see_is_no_news():
    assert news_of(make_response(make_proposal(), is_published=False)) == []


def test_response_whose_first_page_was_taken_down_is_told_of_another():
    proposal, other = make_proposal("Taken down"), make_proposal("Still there")
    response = make_response(proposal, comments=[make_comment(other)])
    proposal.unpublish()
    [news] = news_of(response)
    assert news.title == "Cabinet Office on “Still there”"
