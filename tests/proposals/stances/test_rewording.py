"""A reworded statement starts a new tally; the old answers stay with their wording."""

import pytest

from proposals.models import ProposalPage, Stance
from tests.factories import make_stakeholder


@pytest.fixture
def ada(member):
    return member(make_stakeholder())


@pytest.fixture
def reword(proposal):
    def publish(claim):
        page = ProposalPage.objects.get(pk=proposal.pk)
        data = list(page.statements.raw_data)
        data[0]["value"]["claim"] = claim
        page.statements = data
        page.save_revision().publish()
        return page.published_statements.get(kind="benefit")

    return publish


def test_new_wording_begins_with_no_answers(ada, proposal, statement, stances, reword):
    ada.press(statement, 1)
    reword("Quite another claim.")
    assert not Stance.objects.counted().exists()
    assert ada.sheet(proposal).answered == 0


def test_both_wordings_keep_their_own_answers(ada, statement, stances, reword):
    ada.press(statement, 1)
    ada.press(reword("Quite another claim."), -1)
    assert [(stance.answer, stance.wording) for stance in stances] == [
        (1, statement.claim),
        (-1, "Quite another claim."),
    ]
    assert stances.counted().get().answer == -1


def test_old_wording_that_comes_back_has_its_answers_again(ada, statement, stances, reword):
    ada.press(statement, 1)
    reword("Quite another claim.")
    reword(statement.claim)
    assert stances.counted().get().answer == 1


def test_answer_to_words_that_changed_meanwhile_is_asked_for_again(ada, statement, stances, reword):
    reword("Quite another claim.")
    response = ada.press(statement, 1)
    assert response.status_code == 409
    assert "was reworded after you opened the page" in response.content.decode()
    assert "Quite another claim." in response.content.decode()
    assert not stances.exists()


def test_taking_back_deletes_what_was_said_to_earlier_words_too(ada, statement, stances, reword):
    ada.press(statement, 1)
    ada.press(reword("Quite another claim."), 0)
    ada.press(statement, "withdraw")
    assert not stances.exists()
