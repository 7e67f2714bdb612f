"""What a snapshot says of the answers."""

import pytest
from django.db import IntegrityError, transaction

from agreement.models import AgreementSnapshot
from agreement.snapshots.taking import take_snapshot, work_out
from proposals.models import Stance, Statement
from tests.agreement.crowd import answer, answers_of, make_crowd, make_people
from tests.factories import complete_statements
from tests.proposals.steps import publish


def entry(snapshot, reference="B1"):
    return next(e for e in snapshot.result["statements"] if e["reference"] == reference)


def test_numbers_are_those_of_the_people_by_sector(proposal):
    make_crowd(proposal, academia=(6, 1, 2), business=(5, 0, 5))
    sectors = entry(take_snapshot(proposal))["sectors"]
    assert sectors["rows"] == {"academia": [6, 1, 2], "business": [5, 0, 5]}


def test_fewer_than_five_of_a_sector_are_not_told(proposal):
    make_crowd(proposal, academia=(6, 1, 2), business=(0, 0, 4))
    result = take_snapshot(proposal).result
    assert "business" not in str(result)
    assert result["people"]["sectors"]["rows"] == {"academia": [9, 0, 0]}


def test_people_who_left_and_visitors_do_not_count(proposal):
    crowd = make_crowd(proposal, academia=(12, 0, 0))
    for person in crowd["academia"][:6]:
        person.left_at = person.confirmed_at
        person.save()
    statement = Statement.objects.filter(proposal=proposal).first()
    Stance.objects.create(statement=statement, visitor="6f0e9c5e4b7c4f0c8a0e5d4c3b2a1908", answer=1)
    assert entry(take_snapshot(proposal))["sectors"]["rows"] == {"academia": [6, 0, 0]}


def test_each_statement_holds_what_was_found(proposal):
    make_crowd(proposal, academia=(20, 0, 0))
    take_snapshot(proposal)
    for statement in Statement.objects.filter(proposal=proposal):
        assert statement.found_now["standing"] == "broad-agreement"
        assert statement.found_now["sectors"]["rows"] == {"academia": [20, 0, 0]}


def test_a_reworded_statement_shows_nothing_until_it_is_counted_anew(home, proposal):
    make_crowd(proposal, academia=(20, 0, 0))
    take_snapshot(proposal)
    statements = proposal.statements.get_prep_value()
    statements[0]["value"]["claim"] = "Another claim altogether."
    page = publish(proposal, statements)
    assert Statement.objects.get(proposal=page, kind="benefit").found_now is None
    again = take_snapshot(page)
    assert entry(again)["sectors"]["rows"] == {}
    assert {"reference": "B1", "what": "reworded"}.items() <= again.result["changes"][0].items()


def test_a_snapshot_says_what_changed_since_the_last(proposal):
    people = make_crowd(proposal, academia=(20, 0, 0))["academia"]
    assert take_snapshot(proposal).result["changes"] == []
    statement = Statement.objects.get(proposal=proposal, kind="risk")
    answer(people, statement, answers_of(disagree=20))
    assert take_snapshot(proposal).result["changes"] == [
        {
            "reference": "R1",
            "what": "standing",
            "before": "broad-agreement",
            "now": "broad-disagreement",
        }
    ]


def test_numbers_stay_while_fewer_than_five_people_changed(proposal):
    make_crowd(proposal, academia=(20, 0, 0))
    take_snapshot(proposal)
    make_crowd(proposal, academia=(4, 0, 0))
    assert entry(take_snapshot(proposal))["sectors"]["rows"] == {"academia": [20, 0, 0]}
    make_crowd(proposal, academia=(1, 0, 0))
    assert entry(take_snapshot(proposal))["sectors"]["rows"] == {"academia": [25, 0, 0]}


def test_snapshots_are_numbered_and_say_how_they_were_made(proposal):
    make_crowd(proposal, academia=(20, 0, 0))
    one, two = take_snapshot(proposal), take_snapshot(proposal)
    assert (one.number, two.number) == (1, 2)
    assert two.parameters["threshold"] == 5
    assert len(two.code_version) == 12


def test_a_snapshot_is_neither_changed_nor_deleted(proposal):
    snapshot = take_snapshot(proposal)
    with pytest.raises(TypeError):
        snapshot.save()
    with pytest.raises(TypeError):
        snapshot.delete()


def test_of_two_at_once_one_is_kept(proposal):
    other = work_out(proposal)
    take_snapshot(proposal)
    with pytest.raises(IntegrityError), transaction.atomic():
        other.save()
    assert AgreementSnapshot.objects.count() == 1


def test_a_proposal_that_nobody_answered_has_a_snapshot_of_nothing(proposal):
    result = take_snapshot(proposal).result
    assert {e["standing"] for e in result["statements"]} == {"too-few"}
    assert result["groups"]["reasons"] == ["Nobody has answered yet."]


def test_queries_do_not_grow_with_people_or_statements(
    proposal, django_assert_max_num_queries, django_assert_num_queries
):
    make_crowd(proposal, academia=(8, 0, 0))
    with django_assert_max_num_queries(12) as few:
        take_snapshot(proposal)
    publish(proposal, proposal.statements.get_prep_value() + complete_statements())
    make_crowd(proposal, academia=(40, 0, 0), business=(0, 0, 20))
    with django_assert_num_queries(len(few)):
        take_snapshot(proposal)


def test_a_person_of_many_is_told_by_no_row(proposal):
    """No id, no address and no row of answers."""
    people = make_people(30, "academia")
    for statement in Statement.objects.filter(proposal=proposal):
        answer(people, statement, answers_of(agree=30))
    told = str(take_snapshot(proposal).result)
    assert not any(str(person.uuid) in told or person.address in told for person in people)
