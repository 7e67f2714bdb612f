"""However many press at once, one person has one answer, and none is lost."""

from uuid import uuid4

import pytest

from proposals.models import Answer, Stance
from proposals.stances.giving import adopt, give
from proposals.stances.respondent import Respondent
from tests.factories import make_proposal, make_stakeholder


@pytest.fixture
def statements(committed_db):
    return list(make_proposal().published_statements.all())


def test_one_person_in_many_windows_has_one_answer(in_threads, statements):
    ada = Respondent(make_stakeholder())
    pressed = [Answer(number % 3 - 1) for number in range(8)]
    in_threads(*(lambda a=answer: give(ada, statements[0], a) for answer in pressed))
    assert Stance.objects.count() == 1


def test_many_people_lose_no_answer(in_threads, statements):
    people = [Respondent(make_stakeholder(f"p{number}@example.org")) for number in range(8)]

    def answer_all(person):
        for statement in statements:
            give(person, statement, Answer.AGREE)

    in_threads(*(lambda p=person: answer_all(p) for person in people))
    assert Stance.objects.counted().count() == 8 * len(statements)


def test_link_clicked_many_times_at_once_counts_once(in_threads, statements):
    ada, visitor = make_stakeholder(), uuid4()
    for statement in statements:
        give(Respondent(visitor=visitor), statement, Answer.DISAGREE)
    in_threads(*[lambda: adopt(visitor, ada)] * 6)
    assert Stance.objects.counted().count() == Stance.objects.count() == len(statements)
