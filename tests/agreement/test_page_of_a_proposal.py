"""…/<proposal>/agreement/: what the answers to one proposal show."""

import pytest

from agreement.snapshots.taking import take_snapshot
from proposals.models import Statement
from tests.agreement.crowd import answer, answers_of, make_crowd
from tests.factories import complete_statements, make_standing
from tests.proposals.steps import publish


@pytest.fixture
def read(client, proposal):
    def page(query="", status=200):
        response = client.get(f"{proposal.url}agreement/{query}")
        assert response.status_code == status
        return response.content.decode()

    return page


def test_before_the_first_count_it_says_so(read):
    assert "were not counted yet" in read()


def test_numbers_are_shown_by_sector(read, proposal):
    make_crowd(proposal, academia=(18, 1, 1), business=(1, 1, 18))
    take_snapshot(proposal)
    page = read()
    assert "40 people have answered" in page
    assert "90% agree, 5% unsure, 5% disagree; 20 people" in page
    assert "Divided between sectors" in page
    assert "academia (90% agree), business (5% agree)" in page


def test_what_the_process_says_stands_beside_what_the_answers_show(read, proposal):
    make_crowd(proposal, academia=(20, 0, 0))
    make_standing(Statement.objects.get(proposal=proposal, kind="risk"), "not_agreed")
    take_snapshot(proposal)
    page = read()
    assert "Broad agreement" in page
    assert ">Not agreed</td>" in page


def test_why_groups_are_not_shown_is_said_in_plain_words(read, proposal):
    make_crowd(proposal, academia=(20, 0, 0))
    take_snapshot(proposal)
    assert "Fewer than 100 people have answered enough statements to be placed." in read()


def test_opinion_groups_lead_to_the_method_by_which_they_are_shown(read, proposal, index):
    make_crowd(proposal, academia=(20, 0, 0))
    take_snapshot(proposal)
    groups = read().partition('id="groups"')[2]
    assert f'<a href="{index.method_url}">the method</a> says when' in groups


def test_history_says_what_was_counted_when_and_what_changed(read, proposal):
    people = make_crowd(proposal, academia=(20, 0, 0))["academia"]
    take_snapshot(proposal)
    statement = Statement.objects.get(proposal=proposal, kind="risk")
    answer(people, statement, answers_of(disagree=20))
    take_snapshot(proposal)
    page = read()
    assert "R1 from broad agreement to <b>broad disagreement</b>" in page
    assert page.index("Snapshot 2") < page.index("Snapshot 1<")


@pytest.mark.parametrize(
    ("by", "first"), [("statement", "B1"), ("agree", "R1"), ("disagree", "S1"), ("found", "R1")]
)
def test_the_table_is_sorted_as_asked(read, proposal, by, first):
    people = make_crowd(proposal, academia=(10, 0, 10))["academia"]
    for reference, given in (
        ("risk", answers_of(agree=20)),
        ("safeguard", answers_of(disagree=20)),
    ):
        answer(people, Statement.objects.get(proposal=proposal, kind=reference), given)
    take_snapshot(proposal)
    table = read(f"?sort={by}").partition("<tbody")[2]
    assert table[: table.index("</tr>")].count(f">{first}</a>") == 1


def test_another_order_is_no_page(read, proposal):
    take_snapshot(proposal)
    read("?sort=shoe-size", status=404)


def test_a_statement_that_was_reworded_since_says_so(read, proposal):
    make_crowd(proposal, academia=(20, 0, 0))
    take_snapshot(proposal)
    statements = proposal.statements.get_prep_value()
    statements[0]["value"]["claim"] = "Another claim altogether."
    publish(proposal, statements)
    assert "It has been reworded since" in read()


def test_a_statement_that_was_taken_out_since_says_so(read, proposal):
    publish(proposal, proposal.statements.get_prep_value() + complete_statements())
    take_snapshot(proposal)
    publish(proposal, proposal.statements.get_prep_value())
    assert read().count("It has been taken out since") == 4


def test_queries_are_few_and_do_not_grow(
    client, proposal, index, django_assert_max_num_queries, django_assert_num_queries
):
    make_crowd(proposal, academia=(8, 0, 0))
    take_snapshot(proposal)
    client.get(f"{proposal.url}agreement/?sort=agree")
    with django_assert_max_num_queries(10) as few:
        client.get(f"{proposal.url}agreement/")
    publish(proposal, proposal.statements.get_prep_value() + complete_statements())
    make_crowd(proposal, academia=(40, 0, 0), business=(0, 0, 20))
    take_snapshot(proposal)
    client.get(f"{proposal.url}agreement/?sort=agree")
    with django_assert_num_queries(len(few)):
        client.get(f"{proposal.url}agreement/")


@pytest.mark.parametrize(
    "rest",
    ["nothing/", "snapshot-2/", "snapshot-0/", "snapshot-999999999999/", "csv/csv/", "csv.csv/"],
)
def test_another_address_is_no_page(client, proposal, rest):
    take_snapshot(proposal)
    assert client.get(f"{proposal.url}agreement/{rest}").status_code == 404


def test_unpublished_proposals_have_no_such_page(client, proposal):
    take_snapshot(proposal)
    proposal.unpublish()
    assert client.get(f"{proposal.url}agreement/").status_code == 404
