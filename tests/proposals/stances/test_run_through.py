"""One statement after the other, so that the answers even out and not all see the same first."""

from collections import Counter
from uuid import UUID, uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from proposals.models import Stance, Statement
from proposals.stances.order import shuffled
from tests.factories import block, complete_statements, make_proposal, make_stakeholder

PEOPLE = [UUID(int=number) for number in range(400)]


@pytest.fixture
def rows():
    return [Statement(pk=number, uuid=UUID(int=number)) for number in range(1, 15)]


def first(rows, counts, seed):
    return shuffled(rows, counts, seed)[0].pk


def test_statement_with_few_answers_comes_first_for_most(rows):
    counts = {row.pk: 50 for row in rows[1:]}
    assert Counter(first(rows, counts, seed) for seed in PEOPLE)[1] > 380


def test_statements_with_as_many_answers_come_first_about_as_often(rows):
    seen = Counter(first(rows, {}, seed) for seed in PEOPLE)
    assert len(seen) == 14
    assert max(seen.values()) < 3 * min(seen.values())


def test_order_of_one_person_stays(rows):
    assert shuffled(rows, {}, PEOPLE[1]) == shuffled(rows[::-1], {}, PEOPLE[1])


def test_no_statement_is_lost_or_asked_twice(rows):
    counts = {3: 10, 4: 100_000}
    for seed in PEOPLE[:50]:
        assert sorted(row.pk for row in shuffled(rows, counts, seed)) == list(range(1, 15))


def test_answers_even_out_when_people_stop_early(rows):
    counts = {1: 60}
    for seed in PEOPLE:
        for row in shuffled(rows, counts, seed)[:3]:
            counts[row.pk] = counts.get(row.pk, 0) + 1
    assert max(counts.values()) - min(counts.values()) < 30


@pytest.fixture
def ada(member):
    return member(make_stakeholder())


def asked(reader, proposal, query=""):
    return reader.client.get(f"/stances/{proposal.pk}/{query}").context["asked"]


def test_all_are_asked_once_until_none_is_left(ada, proposal, stances):
    seen = []
    while read := asked(ada, proposal):
        seen.append(read.reference)
        ada.press(read.row, 1, "")
    assert sorted(seen) == ["B1", "L1", "R1", "S1"]
    page = ada.client.get(f"/stances/{proposal.pk}/").content.decode()
    assert "You answered every statement" in page


def test_skipped_statement_is_not_asked_again_until_the_end(ada, proposal, stances):
    query, seen = "", []
    while read := asked(ada, proposal, query):
        seen.append(read.reference)
        query = f"?skip={'.'.join(seen)}"
    assert sorted(seen) == ["B1", "L1", "R1", "S1"]
    page = ada.client.get(f"/stances/{proposal.pk}/{query}").content.decode()
    assert "You skipped 4 statements" in page
    assert "Go back to them" in page
    assert not stances.exists()


def test_one_that_was_skipped_is_it_and_not_them(ada, proposal, stances):
    while stances.count() < 3:
        ada.press(asked(ada, proposal).row, 1, "")
    left = asked(ada, proposal).reference
    page = ada.client.get(f"/stances/{proposal.pk}/?skip={left}").content.decode()
    assert "You skipped 1 statement<" in page
    assert "Go back to it<" in page


def test_link_to_skip_adds_to_what_was_skipped(ada, proposal):
    page = ada.client.get(f"/stances/{proposal.pk}/?skip=B1.R1").content.decode()
    assert 'href="?skip=B1.R1.' in page


@pytest.mark.parametrize("skip", ["x", "B1.B1", "." * 3000, "R9.%00", "<script>"])
def test_forged_list_of_skipped_is_read_as_far_as_it_goes(ada, proposal, skip):
    response = ada.client.get(f"/stances/{proposal.pk}/", {"skip": skip})
    assert response.status_code == 200
    assert "<script>." not in response.content.decode()


def test_answers_that_do_not_count_do_not_steer(visitor, member, proposal, statement):
    for _ in range(30):
        Stance.objects.create(statement=statement, visitor=uuid4(), answer=1)
    # The order comes from these numbers: by chance one in thirty such crowds is not asked it first.
    for row in proposal.published_statements.all():
        Statement.objects.filter(pk=row.pk).update(uuid=UUID(int=row.order))
    people = [make_stakeholder(f"p{uuid.int}@example.org", uuid=uuid) for uuid in PEOPLE[:12]]
    assert "B1" in {asked(member(person), proposal).reference for person in people}


@pytest.mark.parametrize("path", ["", "all/", "B1/"])
def test_page_costs_the_same_with_4_statements_and_with_60(ada, proposal, path):
    large = make_proposal("Large", [*complete_statements(), *(block("benefit") for _ in range(56))])
    costs = [cost(ada, each, path) for each in (proposal, proposal, large)]
    assert costs[1] == costs[2] <= 10


def cost(reader, proposal, path):
    with CaptureQueriesContext(connection) as queries:
        reader.client.get(f"/stances/{proposal.pk}/{path}")
    return len(queries)
