"""Anybody says agree, unsure or disagree to a statement, changes it and takes it back."""

import pytest

from tests.factories import make_stakeholder


@pytest.fixture
def ada(member):
    return member(make_stakeholder())


@pytest.mark.parametrize("answer", [1, 0, -1])
def test_answer_is_kept_with_the_words_it_is_about(ada, statement, stances, answer):
    assert ada.press(statement, answer).status_code == 302
    stance = stances.get()
    assert (stance.answer, stance.wording) == (answer, statement.claim)
    assert stance.stakeholder.stances.get() == stance


def test_another_answer_takes_the_place_of_the_first(ada, statement, stances):
    ada.press(statement, 1)
    ada.press(statement, -1)
    assert stances.get().answer == -1


def test_answer_taken_back_leaves_nothing(ada, statement, stances):
    ada.press(statement, 1)
    ada.press(statement, "withdraw")
    assert not stances.exists()


def test_taking_back_what_was_never_given_is_harmless(ada, statement, stances):
    assert ada.press(statement, "withdraw").status_code == 302
    assert not stances.exists()


def test_page_shows_what_was_answered_and_how_much(ada, proposal, statement):
    ada.press(statement, 0)
    sheet = ada.sheet(proposal)
    assert (sheet.answered, len(sheet.statements)) == (1, 4)
    page = ada.client.get(f"/stances/{proposal.pk}/all/").content.decode()
    assert "1 of 4 answered" in page
    assert 'value="0" aria-pressed="true"' in page
    assert page.count('aria-pressed="true"') == 1


def test_one_person_does_not_see_the_answers_of_another(ada, member, proposal, statement):
    ada.press(statement, 1)
    bo = member(make_stakeholder("bo@example.org"))
    assert bo.sheet(proposal).answered == 0


@pytest.mark.parametrize(
    ("path", "then"), [("all/", "all/#B1"), ("", ""), ("?skip=R1", "?skip=R1"), ("B1/", "B1/")]
)
def test_each_page_leads_back_to_itself(ada, statement, path, then):
    response = ada.press(statement, 1, path)
    assert response.url == f"/stances/{statement.proposal_id}/{then}"


def test_answered_statement_leads_to_its_comments(ada, proposal, statement):
    ada.press(statement, 1)
    page = ada.client.get(f"/stances/{proposal.pk}/B1/").content.decode()
    assert f"/comments/write/statement-{statement.pk}/" in page


def test_nobody_keeps_these_pages(ada, proposal):
    for page in ("", "all/", "B1/"):
        response = ada.client.get(f"/stances/{proposal.pk}/{page}")
        assert response["Cache-Control"] == "private, no-store"


def test_looking_changes_nothing(visitor, proposal, stances):
    for page in ("", "all/", "B1/"):
        response = visitor.client.get(f"/stances/{proposal.pk}/{page}", {"answer": 1})
        assert response.status_code == 200
        assert "visitor" not in response.cookies
    assert not stances.exists()


def test_public_pages_are_the_same_for_everyone_and_lead_to_the_question(ada, proposal, statement):
    ada.press(statement, 1)
    for url in (proposal.url, statement.own_url):
        response = ada.client.get(url)
        assert not response.cookies
        assert f'href="/stances/{proposal.pk}/B1/"' in response.content.decode()
        assert "aria-pressed" not in response.content.decode()
